import { z } from 'zod';
import { defineApi } from '../http-api/define-api.ts';
import type { Credentials } from './schema.ts';

/** https://developers.home-assistant.io/docs/api/rest: some errors are JSON, some plain text, which says nothing more. */
const Refusal = z.strictObject({ message: z.string() });

export const api = defineApi<Credentials>({
  title: 'Home Assistant',
  apiUrl: ({ url }) => `${url.replace(/\/+$/, '')}/api`,
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  problem(body, status) {
    const { data } = Refusal.safeParse(body);
    return data && status >= 300 ? { message: data.message } : null;
  },
});
