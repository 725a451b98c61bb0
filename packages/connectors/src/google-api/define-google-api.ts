import { z } from 'zod';
import type { ConnectorErrorCode } from '../connector-error.ts';
import { defineApi, type VendorProblem } from '../http-api/define-api.ts';
import type { GoogleCredentials } from './account.ts';

/** https://developers.google.com/workspace/gmail/api/guides/handle-errors: reasons that say more than the status. */
const reasons: Readonly<Record<string, ConnectorErrorCode>> = {
  authError: 'CONNECTION_EXPIRED',
  rateLimitExceeded: 'RATE_LIMITED',
  userRateLimitExceeded: 'RATE_LIMITED',
  dailyLimitExceeded: 'QUOTA_EXCEEDED',
  quotaExceeded: 'QUOTA_EXCEEDED',
};

/** All Google APIs say no in one form; `errors` is absent in the newer ones. */
const Refusal = z.object({
  error: z.object({ message: z.string(), errors: z.array(z.object({ reason: z.string() })).default([]) }),
});

function readProblem(body: unknown): VendorProblem | null {
  const { data } = Refusal.safeParse(body);
  if (!data) return null;
  const code = data.error.errors.map(({ reason }) => reasons[reason]).find((known) => known !== undefined);
  return { message: data.error.message, ...(code && { code }) };
}

/** One of Google's APIs, as an account that was connected by OAuth asks it. */
export const defineGoogleApi = (title: string) =>
  defineApi<GoogleCredentials>({
    title,
    headers: ({ accessToken }) => ({ authorization: `Bearer ${accessToken}` }),
    problem: readProblem,
  });
