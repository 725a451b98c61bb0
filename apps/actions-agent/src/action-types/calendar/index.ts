import { CalendarEvent, calendarAgent } from '@intexuraos/internal-clients/calendar-agent';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { defineActionType } from '../define.ts';
import { fromFeedback } from '../outcome.ts';
import { listPart, textPart } from '../parts.ts';
import { factsOf, Spoken, wordsOf } from '../payload.ts';
import { endPart, startPart, summaryPart } from './parts.ts';

const EventWish = Spoken.extend({
  start: z.string().optional(),
  end: z.string().optional(),
  location: z.string().optional(),
  attendees: z.array(z.string()).optional(),
});

const startOf = (action: Action) => {
  const start = action.prepared?.['start'];
  const moment = typeof start === 'string' ? Date.parse(start) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
};

/** What was "in an hour" when it was said may have begun when its facts are worked out. */
const hasBegun = ({ start, end, isAllDay }: CalendarEvent, now: number) => Date.parse(isAllDay ? end : start) <= now;

export const calendar = defineActionType({
  name: 'calendar',
  payload: EventWish,
  target: calendarAgent,
  keyed: true,
  risk: 'low',
  facts: CalendarEvent,
  texts: {
    verb: 'Create a calendar event',
    facts: (action) =>
      factsOf(action, {
        summary: 'What',
        start: 'Start',
        end: 'End',
        timeZone: 'Time zone',
        isAllDay: 'All day',
        location: 'Place',
        attendees: 'Guests',
        description: 'Description',
      }),
  },
  editable: () => [
    summaryPart,
    startPart,
    endPart,
    textPart('location', ['place', 'location', 'ort', 'lieu', 'lugar', 'luogo', 'local', 'plaats', 'miejsce']),
    listPart('attendees', ['guests', 'attendees', 'gäste', 'goście']),
    textPart('description', ['description', 'beschreibung', 'opis']),
  ],
  /** Nobody can say yes to an event that has begun. */
  askEndsAt: startOf,
  prepare: async ({ action, payload, client, now, locale }) => {
    const call = await client.preview({
      actionId: action.id,
      userId: action.userId,
      text: wordsOf(action, payload),
      currentDate: new Date(action.createdAt).toISOString(),
      ...locale,
      payload: { summary: action.title, ...action.payload },
    });
    if (call.kind === 'failed') throw new Error(`calendar preview: ${call.code} ${call.message}`);
    const event = CalendarEvent.safeParse(call.data);
    if (call.data.status === 'ready' && event.success) {
      if (hasBegun(event.data, now))
        return {
          status: 'failed',
          facts: null,
          problem: 'the event would lie in the past',
          reasoning: call.data.reasoning,
        };
      return {
        status: 'ready',
        facts: z.json().pipe(z.record(z.string(), z.json())).parse(event.data),
        reasoning: call.data.reasoning,
      };
    }
    const problem = call.data.error ?? `missing: ${(call.data.missing ?? ['start']).join(', ')}`;
    return { status: 'failed', facts: null, problem, reasoning: call.data.reasoning };
  },
  execute: async ({ action, prepared, client }) =>
    fromFeedback(
      await client.processAction({ action: { id: action.id, userId: action.userId, title: action.title, prepared } }),
    ),
});
