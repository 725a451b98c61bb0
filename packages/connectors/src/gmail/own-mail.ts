import { preparing } from '../connector-error.ts';
import { hexOfKey, messageIdOfKey } from '../key-forms.ts';
import { buildMessage } from '../mail-message/build-message.ts';
import type { Mail } from '../mail-message/mail.ts';
import { api, type GmailCall, listMessages, readHead } from './api.ts';
import { Draft, Drafts, MessageRef } from './schema.ts';

const keyHeader = 'X-Intexuraos-Key';
/** Mails sent since a try whose answer was lost; among them it would be. */
const recentMax = 20;

const searchTerm = (key: string) => `rfc822msgid:${messageIdOfKey(key).slice(1, -1)}`;

async function rawOf(mail: Mail, { key, now }: GmailCall): Promise<string> {
  const named = { messageId: messageIdOfKey(key), headers: { [keyHeader]: hexOfKey(key) } };
  const bytes = await buildMessage({ ...mail, ...named, date: new Date(now()) });
  return bytes.toString('base64url');
}

export async function createDraft(mail: Mail, call: GmailCall): Promise<Draft> {
  const body = { message: { raw: await rawOf(mail, call) } };
  return api(call, { method: 'POST', path: '/users/me/drafts', body, answer: Draft });
}

/** The draft that an earlier try with this key has left. */
export async function findDraft(call: GmailCall): Promise<Draft | null> {
  const query = { q: searchTerm(call.key), maxResults: '1' };
  const { drafts } = await api(call, { method: 'GET', path: '/users/me/drafts', query, answer: Drafts });
  return drafts[0] ?? null;
}

/** A draft can be sent once: it is gone then. */
export async function sendAsDraft(mail: Mail, call: GmailCall): Promise<MessageRef> {
  const { id } = await preparing(findDraft(call).then((draft) => draft ?? createDraft(mail, call)));
  return api(call, { method: 'POST', path: '/users/me/drafts/send', body: { id }, answer: MessageRef });
}

/** The mail that an earlier try with this key has sent. */
export async function findSent(call: GmailCall): Promise<MessageRef | null> {
  const [sent] = await listMessages(call, { q: `in:sent ${searchTerm(call.key)}`, maxResults: '1' });
  return sent ?? findByKeyHeader(call);
}

/** Gmail has been seen to give a mail another Message-ID as it sends it. Other headers stay. */
async function findByKeyHeader(call: GmailCall): Promise<MessageRef | null> {
  const recent = await listMessages(call, { labelIds: 'SENT', maxResults: String(recentMax) });
  const heads = await Promise.all(recent.map(({ id }) => readHead(call, id)));
  return heads.find(({ headers }) => headers.get(keyHeader.toLowerCase()) === hexOfKey(call.key)) ?? null;
}
