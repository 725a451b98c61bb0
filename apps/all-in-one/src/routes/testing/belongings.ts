import { z } from 'zod';
import type { StillMachine } from './still-machine.ts';

/** What one person has, by the name of the path parameter that stands for it. */
export type Belongings = Readonly<Record<string, string>>;

const Made = z.object({ data: z.object({ id: z.string() }) });
const Feed = z.object({ data: z.object({ path: z.string() }) });
const Sent = z.object({ data: z.object({ command: z.object({ id: z.string() }) }) });
const Connected = z.object({ data: z.object({ connection: z.object({ id: z.string() }) }) });
const Planned = z.object({ request_id: z.string(), schedule_id: z.string() });
const Items = z.object({ data: z.object({ items: z.array(z.object({ id: z.string() })) }) });

/** Gives a person one of everything that has an address: what another person must not get at. */
export async function giveOneOfEach(machine: StillMachine, userId: string): Promise<Belongings> {
  const internal = { 'x-internal-auth': machine.internalAuth, 'content-type': 'application/json' };
  const own = { authorization: await machine.authorizationOf(userId), 'content-type': 'application/json' };
  const send = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const answer = await fetch(machine.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const action = { userId, commandId: 'test:1', type: 'note', title: 'The plumber', confidence: 0.5 };
  const actionId = Made.parse(await send('POST', '/internal/actions', internal, action)).data.id;
  const note = { userId, title: 'The plumber', content: '', tags: [], source: 'test', sourceId: 'test-1' };
  await send('POST', '/internal/notes', { ...internal, 'idempotency-key': 'test-1:v1' }, note);
  const [item] = Items.parse(await send('GET', '/items', own)).data.items;
  if (item === undefined) throw new Error('the note was not kept');
  await send('PUT', '/users/me/llm-keys/openai', own, { apiKey: 'sk-0123456789abcdef' });
  const rule = { name: 'Notes', actionTypes: ['note'], confidenceMin: 1 };
  await send('POST', '/me/auto-approval-rules', own, rule);
  const feed = Feed.parse(await send('POST', '/calendar/feed', own, {})).data.path;
  const calendarToken = new URL(feed, machine.url).searchParams.get('token') ?? '';
  const { command } = Sent.parse(await send('POST', '/commands', own, { text: 'note: The plumber' })).data;
  const correction = { commandId: command.id, actionId, fromType: 'note', toType: 'todo' };
  const example = { userId, sourceType: 'correction', externalId: 'test-1', text: 'The plumber', correction };
  await send('POST', '/internal/commands', internal, example);
  const account = { platform: 'slack', credentials: { accessToken: 'xoxb-0123456789' } };
  const { connection } = Connected.parse(await send('POST', '/connections', own, account)).data;
  const connectionId = connection.id;
  const later = { platform: 'slack', action_type: 'post_message', payload: { channel: 'C1', text: 'Lunch' } };
  const runAt = new Date(Date.now() + 3_600_000).toISOString();
  const planned = Planned.parse(await send('POST', '/perform_action', own, { ...later, run_at: runAt }));
  return {
    userId,
    connectionId,
    request_id: planned.request_id,
    scheduleId: planned.schedule_id,
    actionId,
    commandId: command.id,
    kind: 'note',
    id: item.id,
    provider: 'openai',
    calendarToken,
  };
}
