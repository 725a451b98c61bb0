import { z } from 'zod';
import { UserId } from '../primitives.ts';

/** A person's settings as services see them. */
export const UserSettings = z.object({
  userId: UserId,
  /** IANA name, e.g. `Europe/Warsaw`. */
  timeZone: z.string(),
  /** BCP 47, e.g. `en-GB`. */
  language: z.string(),
  llmPreferences: z.object({ defaultModel: z.string() }).optional(),
});
export type UserSettings = z.infer<typeof UserSettings>;

/** Where a person is and how they write: what words about time are read with. */
export type Locale = Pick<UserSettings, 'timeZone' | 'language'>;

/** A person's access to a language model over the OpenAI protocol. The key leaves user-service only on internal routes. */
export const LlmKey = z.object({ provider: z.string(), apiKey: z.string(), baseUrl: z.url().optional() });
export type LlmKey = z.infer<typeof LlmKey>;

const ownAddresses = new Map([['openai', 'https://api.openai.com/v1']]);

/** Whether keys of this provider may do without a base URL; of all others nobody here knows where to send them. */
export const hasOwnAddress = (provider: string): boolean => ownAddresses.has(provider);

/** Where a key may be sent; undefined: nowhere. */
export const addressOf = ({ provider, baseUrl }: Pick<LlmKey, 'provider' | 'baseUrl'>): string | undefined =>
  baseUrl ?? ownAddresses.get(provider);

export const LlmKeys = z.object({ keys: z.array(LlmKey) });
