import { z } from 'zod';
import type { ConnectorErrorCode } from '../connector-error.ts';
import { defineApi } from '../http-api/define-api.ts';
import type { Credentials } from './schema.ts';

/** https://api.slack.com/methods/chat.postMessage#errors, as far as they say more than "the payload is refused". */
const codes: Readonly<Record<string, ConnectorErrorCode>> = {
  account_inactive: 'CONNECTION_EXPIRED',
  invalid_auth: 'CONNECTION_EXPIRED',
  not_authed: 'CONNECTION_EXPIRED',
  token_expired: 'CONNECTION_EXPIRED',
  token_revoked: 'CONNECTION_EXPIRED',
  access_denied: 'FORBIDDEN',
  cant_update_message: 'FORBIDDEN',
  missing_scope: 'FORBIDDEN',
  not_in_channel: 'FORBIDDEN',
  channel_not_found: 'NOT_FOUND',
  message_not_found: 'NOT_FOUND',
  ratelimited: 'RATE_LIMITED',
  rate_limited: 'RATE_LIMITED',
  fatal_error: 'PLATFORM_ERROR',
  internal_error: 'PLATFORM_ERROR',
  service_unavailable: 'PLATFORM_UNAVAILABLE',
};

const Refusal = z.object({ ok: z.literal(false), error: z.string() });

/** Slack says no inside a 200: `{ok: false, error}`. */
export const api = defineApi<z.infer<typeof Credentials>>({
  title: 'Slack',
  headers: ({ accessToken }) => ({ authorization: `Bearer ${accessToken}` }),
  problem(body) {
    const { data } = Refusal.safeParse(body);
    return data ? { message: data.error.replaceAll('_', ' '), code: codes[data.error] ?? 'INVALID_PAYLOAD' } : null;
  },
});
