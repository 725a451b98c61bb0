import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Local = z.object({ baseUrl: z.url(), userId: z.string(), userToken: z.string(), internalAuthToken: z.string() });

const Action = z.looseObject({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  rev: z.number(),
  payload: z.record(z.string(), z.unknown()),
});
export type Action = z.infer<typeof Action>;

const Message = z.object({
  wamid: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type Message = z.infer<typeof Message>;

const Event = z.object({
  at: z.string(),
  event: z.string(),
  by: z.string(),
  channel: z.string(),
  status: z.string(),
  note: z.string().nullable(),
});
export type Event = z.infer<typeof Event>;

type Reply = { readonly quotedWamid?: string } & (
  | { readonly text: string }
  | { readonly reaction: string }
  | { readonly buttonId: string }
);

/** The running machine, driven over HTTP as a person and as commands-agent would. Each method throws what the server refused. */
export interface Machine {
  readonly baseUrl: string;
  create(wish: { commandId: string; type: string; title: string; payload: object }): Promise<Action>;
  action(id: string): Promise<Action>;
  timeline(id: string): Promise<readonly Event[]>;
  edit(action: Action, changes: object): Promise<Action>;
  messagesAfter(wamid: string | undefined): Promise<readonly Message[]>;
  reply(reply: Reply): Promise<void>;
  items(kind: string): Promise<readonly { readonly title: string }[]>;
}

/** Throws with what to do when nothing was started in this folder. */
export function openMachine(dataDir: string): Machine {
  const local = readLocal(dataDir);
  const asPerson = { authorization: `Bearer ${local.userToken}` };
  const asService = { 'x-internal-auth': local.internalAuthToken };

  async function call<T>(
    method: string,
    path: string,
    data: z.ZodType<T>,
    headers: Record<string, string>,
    body?: object,
  ): Promise<T> {
    const response = await fetch(`${local.baseUrl}${path}`, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return z.object({ data }).parse(await response.json()).data;
  }

  return {
    baseUrl: local.baseUrl,
    create: (wish) =>
      call('POST', '/internal/actions', Action, asService, { userId: local.userId, confidence: 0.6, ...wish }),
    action: async (id) => (await call('GET', `/actions/${id}`, z.object({ action: Action }), asPerson)).action,
    timeline: async (id) =>
      (await call('GET', `/actions/${id}/events`, z.object({ events: z.array(Event) }), asPerson)).events,
    edit: async ({ id, rev }, changes) =>
      (
        await call(
          'PATCH',
          `/actions/${id}`,
          z.object({ action: Action }),
          { ...asPerson, 'if-match': `"${rev}"` },
          changes,
        )
      ).action,
    messagesAfter: async (wamid) => {
      const query = wamid === undefined ? '' : `?after=${encodeURIComponent(wamid)}`;
      return (
        await call('GET', `/simulator/whatsapp/messages${query}`, z.object({ messages: z.array(Message) }), asPerson)
      ).messages;
    },
    reply: async (reply) => {
      await call('POST', '/simulator/whatsapp/reply', z.unknown(), asPerson, reply);
    },
    items: async (kind) =>
      (
        await call(
          'GET',
          `/items?kind=${kind}`,
          z.object({ items: z.array(z.looseObject({ title: z.string() })) }),
          asPerson,
        )
      ).items,
  };
}

function readLocal(dataDir: string) {
  try {
    return Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  } catch (cause) {
    throw new Error(`Nothing runs from ${dataDir}: start it first with "npm start", in another terminal.`, { cause });
  }
}
