import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { GoogleCredentials } from '../google-api/account.ts';
import { defineGoogleApi } from '../google-api/define-google-api.ts';
import { path } from '../http-api/define-api.ts';
import { MessageHead, Messages } from './schema.ts';

export type GmailCall = Call<GoogleCredentials, unknown>;

export const api = defineGoogleApi('Gmail');

export async function listMessages(call: GmailCall, query: Readonly<Record<string, string>>) {
  const { messages } = await api(call, { method: 'GET', path: '/users/me/messages', query, answer: Messages });
  return messages;
}

/** A message without its text: its headers, by lower-case name. */
export async function readHead(call: GmailCall, id: string) {
  const query = { format: 'metadata' };
  const { payload, ...head } = await api(call, {
    method: 'GET',
    path: path`/users/me/messages/${id}`,
    query,
    answer: MessageHead,
  });
  return { ...head, headers: headersOf(payload) };
}

const headersOf = ({ headers }: z.infer<typeof MessageHead>['payload']) =>
  new Map(headers.map(({ name, value }) => [name.toLowerCase(), value]));
