import { z } from 'zod';
import { call } from './http.ts';
import type { Local } from './machine.ts';

const Created = z.object({ data: z.object({ id: z.string() }) });
const Swept = z.object({ data: z.object({ skipped: z.boolean() }) });

/** The one person of a fresh machine, with a browser; and the services that speak for them. */
export interface Person {
  /** Resolves to the id of the action that was stored. */
  wish(title: string): Promise<string>;
  approve(id: string): Promise<void>;
  edit(id: string, title: string): Promise<void>;
  /** The text of an answer that only people get. */
  read(path: string): Promise<string>;
  /** The text of an answer that only services get. */
  readAsService(path: string): Promise<string>;
  /** What the scheduler does each minute. Rejects when another sweep was under way. */
  sweep(): Promise<void>;
}

/** What every wish asks for besides its title. */
export const prompt = 'x'.repeat(200);

export function openPerson({ baseUrl, userId, userToken, internalAuthToken }: Local): Person {
  const asPerson = { authorization: `Bearer ${userToken}` };
  const asService = { 'x-internal-auth': internalAuthToken };
  const patch = (id: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    call({ method: 'PATCH', url: `${baseUrl}/actions/${id}`, headers: { ...asPerson, ...headers }, body });

  return {
    async wish(title) {
      const wish = {
        userId,
        commandId: `bench:${encodeURIComponent(title)}`,
        type: 'todo',
        title,
        confidence: 0.5,
        payload: { prompt },
      };
      const url = `${baseUrl}/internal/actions`;
      const { text } = await call({ method: 'POST', url, headers: asService, body: wish });
      return Created.parse(JSON.parse(text)).data.id;
    },
    approve: async (id) => void (await patch(id, { status: 'pending' })),
    edit: async (id, title) => void (await patch(id, { title })),
    read: async (path) => (await call({ method: 'GET', url: `${baseUrl}${path}`, headers: asPerson })).text,
    readAsService: async (path) => (await call({ method: 'GET', url: `${baseUrl}${path}`, headers: asService })).text,
    async sweep() {
      const url = `${baseUrl}/internal/actions/retry-pending`;
      const { text } = await call({ method: 'POST', url, headers: asService, body: {} });
      if (Swept.parse(JSON.parse(text)).data.skipped) throw new Error('another sweep was under way');
    },
  };
}
