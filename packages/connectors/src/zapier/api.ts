import { defineApi } from '../http-api/define-api.ts';
import type { Credentials } from './schema.ts';

/** Below the API's own address; the rest of the hook's address is the secret. */
export const hookPathOf = ({ hookUrl }: Credentials): string => new URL(hookUrl).pathname;

/** What Zapier writes in an answer may name the hook, so none of it is passed on. */
export const api = defineApi<Credentials>({ title: 'Zapier', headers: () => ({}), problem: () => null });
