import { calendarAgent } from '@intexuraos/internal-clients/calendar-agent';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { defineActionType } from '../define.ts';
import { knownText, momentPart, timeIsMissing, timeNames, titlePart, withPayload } from '../parts.ts';
import { factsOf, Spoken, wordsOf } from '../payload.ts';

const Reminder = Spoken.extend({ remindAt: z.iso.datetime({ offset: true }).optional() });
const RemindAt = z.object({ remindAt: z.iso.datetime({ offset: true }) });

const remindAtOf = (action: Action) => {
  const facts = RemindAt.safeParse(action.prepared);
  return facts.success ? Date.parse(facts.data.remindAt) : null;
};

/** Executing a reminder is sending it; calendar-agent is asked only to read the time out of the words. */
export const reminder = defineActionType({
  name: 'reminder',
  payload: Reminder,
  target: calendarAgent,
  keyed: true,
  risk: 'low',
  facts: RemindAt,
  texts: { verb: 'Send you a reminder', facts: (action) => factsOf(action, { remindAt: 'When' }) },
  editable: () => [
    titlePart,
    momentPart({
      names: timeNames,
      isObvious: true,
      before: (action) => knownText(action, 'remindAt'),
      changed: ({ iso, isDay }, action) => (isDay ? timeIsMissing : withPayload(action, { remindAt: iso })),
    }),
  ],
  askEndsAt: remindAtOf,
  startsAt: remindAtOf,
  prepare: async ({ action, payload, client, now, locale }) => {
    if (payload.remindAt !== undefined) return readyUnlessPast(payload.remindAt, now, 'the time was given');
    const call = await client.preview({
      actionId: action.id,
      userId: action.userId,
      text: wordsOf(action, payload),
      currentDate: new Date(action.createdAt).toISOString(),
      ...locale,
    });
    if (call.kind === 'failed') throw new Error(`reading the time of a reminder: ${call.code} ${call.message}`);
    const start = z.iso.datetime({ offset: true }).safeParse(call.data.start);
    if (!start.success)
      return {
        status: 'failed',
        facts: null,
        problem: call.data.error ?? 'when to remind you is missing',
        reasoning: call.data.reasoning,
      };
    return readyUnlessPast(start.data, now, call.data.reasoning);
  },
  execute: async ({ action, send }) => {
    await send({ text: `⏰ Reminder: ${action.title}`, key: `remind:${action.id}:${action.version}:0` });
    return { kind: 'completed', result: { message: 'Reminder sent' } };
  },
});

function readyUnlessPast(remindAt: string, now: number, reasoning: string) {
  return Date.parse(remindAt) > now
    ? { status: 'ready' as const, facts: { remindAt }, reasoning }
    : { status: 'failed' as const, facts: null, problem: 'the time to remind you has passed', reasoning };
}
