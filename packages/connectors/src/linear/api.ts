import { z } from 'zod';
import type { Call } from '../call.ts';
import type { ConnectorErrorCode } from '../connector-error.ts';
import { defineApi } from '../http-api/define-api.ts';
import type { Credentials, Settings } from './schema.ts';

export type LinearCall = Call<z.infer<typeof Credentials>, z.infer<typeof Settings>>;

/** https://linear.app/developers/graphql: errors come beside the data, inside a 200 or a 400. */
const Refusal = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({ code: z.string().optional(), userPresentableMessage: z.string().optional() })
          .default({}),
      }),
    )
    .min(1),
});

const codes: Readonly<Record<string, ConnectorErrorCode>> = {
  AUTHENTICATION_ERROR: 'CONNECTION_EXPIRED',
  FORBIDDEN: 'FORBIDDEN',
  FEATURE_NOT_ACCESSIBLE: 'FORBIDDEN',
  RATELIMITED: 'RATE_LIMITED',
  USAGE_LIMIT_EXCEEDED: 'QUOTA_EXCEEDED',
  INPUT_ERROR: 'INVALID_PAYLOAD',
  INVALID_INPUT: 'INVALID_PAYLOAD',
  BAD_USER_INPUT: 'INVALID_PAYLOAD',
  GRAPHQL_PARSE_FAILED: 'INVALID_PAYLOAD',
  GRAPHQL_VALIDATION_FAILED: 'INVALID_PAYLOAD',
};

const post = defineApi<z.infer<typeof Credentials>>({
  title: 'Linear',
  // A personal key stands alone, only an OAuth token is a bearer token.
  headers: ({ accessToken }) => ({
    authorization: accessToken.startsWith('lin_api_') ? accessToken : `Bearer ${accessToken}`,
  }),
  problem(body, status) {
    const [error] = Refusal.safeParse(body).data?.errors ?? [];
    if (!error) return null;
    const { code = '', userPresentableMessage } = error.extensions;
    const message = userPresentableMessage ?? error.message;
    if (error.message.startsWith('Entity not found')) return { message, code: 'NOT_FOUND' };
    const known = codes[code];
    if (known) return { message, code: known };
    // What nobody knows, inside an answer that looks fine: the effect is possible.
    return status < 300 ? { message, code: 'PLATFORM_ERROR' } : { message };
  },
});

interface Question<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<T>;
}

/** One GraphQL request. */
export async function ask<T>(call: LinearCall, { query, variables, answer }: Question<T>): Promise<T> {
  const body = { query, variables };
  const { data } = await post(call, { method: 'POST', path: '/graphql', body, answer: z.object({ data: answer }) });
  return data;
}
