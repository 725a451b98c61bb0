import * as z from 'zod/mini';
import type { Caller } from './caller.ts';
import { JsonSchema } from './json-schema.ts';

const Platform = z.object({
  name: z.string(),
  title: z.string(),
  credentialsSchema: JsonSchema,
  settingsSchema: JsonSchema,
  oauth: z.nullable(
    z.object({ isReady: z.boolean(), scopes: z.array(z.object({ scope: z.string(), reason: z.string() })) }),
  ),
});
export type Platform = z.infer<typeof Platform>;

const Connection = z.object({
  id: z.string(),
  platform: z.string(),
  label: z.string(),
  settings: z.record(z.string(), z.unknown()),
  scopes: z.array(z.string()),
  health: z.enum(['healthy', 'needs_reconnect']),
  connectedAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
});
export type Connection = z.infer<typeof Connection>;

type Values = Readonly<Record<string, unknown>>;

export interface NewConnection {
  readonly platform: string;
  readonly label?: string;
  readonly credentials: Values;
  readonly settings: Values;
}

export interface ConnectionChange {
  readonly id: string;
  readonly label?: string;
  readonly settings?: Values;
  readonly credentials?: Values;
}

export interface Departure {
  readonly platform: string;
  /** A connection that gets new tokens, instead of a new one. */
  readonly connection?: string;
}

const One = z.object({ connection: Connection });

export function createConnectionsApi(call: Caller) {
  const at = (id: string) => `/connections/${encodeURIComponent(id)}`;
  return {
    platforms: async (signal: AbortSignal) =>
      (await call('GET', '/platforms', { answer: z.object({ platforms: z.array(Platform) }), signal })).platforms,
    list: async (signal: AbortSignal) =>
      (await call('GET', '/connections', { answer: z.object({ connections: z.array(Connection) }), signal }))
        .connections,
    add: async (body: NewConnection) => (await call('POST', '/connections', { answer: One, body })).connection,
    change: async ({ id, ...body }: ConnectionChange) =>
      (await call('PATCH', at(id), { answer: One, body })).connection,
    remove: (id: string) => call('DELETE', at(id), { answer: z.object({ revoked: z.boolean() }) }),
    /** Where the browser goes next. */
    start: async (body: Departure) =>
      (await call('POST', '/auth/start', { answer: z.object({ authorization_url: z.string() }), wire: 'raw', body }))
        .authorization_url,
  };
}
