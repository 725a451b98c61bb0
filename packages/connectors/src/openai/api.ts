import { z } from 'zod';
import type { Call } from '../call.ts';
import type { ConnectorErrorCode } from '../connector-error.ts';
import { defineApi } from '../http-api/define-api.ts';
import type { Credentials, Settings } from './schema.ts';

export type OpenAiCall = Call<Credentials, Settings>;

/** https://platform.openai.com/docs/guides/error-codes, as far as they say more than the HTTP status. */
const codes: Readonly<Record<string, ConnectorErrorCode>> = {
  invalid_api_key: 'CONNECTION_EXPIRED',
  model_not_found: 'NOT_FOUND',
  // A 429 that no waiting helps against: somebody has to pay, or to raise a limit.
  insufficient_quota: 'QUOTA_EXCEEDED',
  credit_balance_exhausted: 'QUOTA_EXCEEDED',
  organization_spend_limit_exceeded: 'QUOTA_EXCEEDED',
  billing_hard_limit_reached: 'QUOTA_EXCEEDED',
};

const Refusal = z.object({
  error: z.object({ message: z.string(), type: z.string().nullish(), code: z.string().nullish() }),
});

const ask = defineApi<Credentials>({
  title: 'OpenAI',
  headers: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  problem(body) {
    const { data } = Refusal.safeParse(body);
    if (!data) return null;
    const { message, type, code: said } = data.error;
    const code = codes[said ?? ''] ?? codes[type ?? ''];
    return { message, ...(code && { code }) };
  },
});

/** The key and the server that it is for stand together, so that a key never goes to another one. */
export const api: typeof ask = (call, request) =>
  ask({ ...call, apiUrl: call.credentials.baseUrl ?? call.apiUrl }, request);
