import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

const Me = z.object({
  timeZone: z.string(),
  language: z.string(),
  llmPreferences: z.optional(z.object({ defaultModel: z.string() })),
});
export type Me = z.infer<typeof Me>;

/** A key is written, never read: of it only the end comes back. */
const ModelKey = z.object({
  provider: z.string(),
  baseUrl: z.nullable(z.string()),
  lastFour: z.string(),
  updatedAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
});
export type ModelKey = z.infer<typeof ModelKey>;

export interface MeChange {
  readonly timeZone?: string;
  readonly language?: string;
  readonly llmPreferences?: { readonly defaultModel: string | null };
}

export interface NewModelKey {
  readonly provider: string;
  readonly apiKey: string;
  readonly baseUrl?: string;
}

/** Without a name it would be another address; this name is refused as no name should be. */
const nameless = '-';

const keyAt = (provider: string) => `/users/me/llm-keys/${encodeURIComponent(provider || nameless)}`;

export function createPersonApi(call: Caller) {
  return {
    me: (signal: AbortSignal) => call('GET', '/users/me', { answer: Me, signal }),
    change: (change: MeChange) => call('PATCH', '/users/me', { answer: Me, body: change }),
    keys: async (signal: AbortSignal) =>
      (await call('GET', '/users/me/llm-keys', { answer: z.object({ keys: z.array(ModelKey) }), signal })).keys,
    saveKey: ({ provider, ...body }: NewModelKey) =>
      call('PUT', keyAt(provider), { answer: z.object({ key: ModelKey }), body }),
    deleteKey: (provider: string) => call('DELETE', keyAt(provider), { answer: z.object({}) }),
  };
}
