import { z } from 'zod';
import { defineApi } from '../http-api/define-api.ts';
import type { Credentials } from './schema.ts';

/** https://developers.notion.com/reference/status-codes */
const Refusal = z.object({ object: z.literal('error'), code: z.string(), message: z.string() });

export const api = defineApi<z.infer<typeof Credentials>>({
  title: 'Notion',
  headers: ({ accessToken }) => ({ authorization: `Bearer ${accessToken}`, 'notion-version': '2025-09-03' }),
  problem(body) {
    const { data } = Refusal.safeParse(body);
    if (!data) return null;
    // Two changes met and this one was not made: no conflict with anything that stays.
    return { message: data.message, ...(data.code === 'conflict_error' && { code: 'PLATFORM_UNAVAILABLE' }) };
  },
});
