import { z } from 'zod';
import { defineConnector } from '../define.ts';
import { GoogleCredentials, GoogleSettings, googleOAuth } from '../google-api/account.ts';
import { path } from '../http-api/define-api.ts';
import { hexOfKey } from '../key-forms.ts';
import { factsOfMail, SendEmail } from '../mail-message/mail.ts';
import { api, listMessages, readHead } from './api.ts';
import { createDraft, findDraft, findSent, sendAsDraft } from './own-mail.ts';
import { CreateDraft, Draft, FoundMessages, MessageRef, Search } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'gmail',
  title: 'Gmail',
  credentials: GoogleCredentials,
  settings: GoogleSettings,
  apiUrl: 'https://gmail.googleapis.com/gmail/v1',
  oauth: googleOAuth({
    'https://www.googleapis.com/auth/gmail.compose': 'to write drafts and to send mail',
    'https://www.googleapis.com/auth/gmail.readonly':
      'to search, and to look whether a mail has been sent already before it is sent again',
  }),
  // https://developers.google.com/workspace/gmail/api/reference/quota: 6,000 units a minute; a mail costs 115.
  pace: { perSecond: 0.8, burst: 10 },
});

const simulatedMessage = (key: string): MessageRef => {
  const id = hexOfKey(key).slice(0, 16);
  return { id, threadId: id };
};

export const gmail = connector({
  send_email: operation({
    describe: 'Send an email with Gmail',
    done: 'Email sent successfully',
    input: SendEmail,
    output: MessageRef,
    effect: 'change',
    risk: 'high',
    repeatable: false,
    facts: factsOfMail,
    run: sendAsDraft,
    async reconcile(_, call) {
      const output = await findSent(call);
      return output ? { found: 'done', output } : { found: 'nothing' };
    },
    simulate: (_, key) => simulatedMessage(key),
  }),
  create_draft: operation({
    describe: 'Write a draft in Gmail',
    done: 'Draft created',
    input: CreateDraft,
    output: Draft,
    effect: 'change',
    risk: 'low',
    repeatable: false,
    facts: factsOfMail,
    run: createDraft,
    async reconcile(_, call) {
      const output = await findDraft(call);
      return output ? { found: 'done', output } : { found: 'nothing' };
    },
    async undo({ id }, call) {
      await api(call, { method: 'DELETE', path: path`/users/me/drafts/${id}`, answer: z.undefined() });
    },
    simulate: (_, key) => ({ id: `r${hexOfKey(key).slice(0, 18)}`, message: simulatedMessage(key) }),
  }),
  search: operation({
    describe: 'Search for messages in Gmail',
    done: 'Messages found',
    input: Search,
    output: FoundMessages,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    async run({ query, max_results }, call) {
      const found = await listMessages(call, { q: query, maxResults: String(max_results) });
      const heads = await Promise.all(found.map(({ id }) => readHead(call, id)));
      const header = ({ headers }: (typeof heads)[number], name: string) => headers.get(name) ?? '';
      return {
        messages: heads.map((head) => ({
          ...head,
          from: header(head, 'from'),
          to: header(head, 'to'),
          subject: header(head, 'subject'),
          date: header(head, 'date'),
        })),
      };
    },
    simulate: ({ query }, key) => ({
      messages: [
        {
          ...simulatedMessage(key),
          from: 'Ana <ana@example.com>',
          to: 'me@example.com',
          subject: query,
          date: 'Wed, 25 Nov 2026 12:00:00 +0000',
          snippet: 'A message that was made up',
        },
      ],
    }),
  }),
});
