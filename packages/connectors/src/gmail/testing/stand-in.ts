import { z } from 'zod';
import { googleRefusal } from '../../google-api/testing/google-refusal.ts';
import { serveGoogle } from '../../google-api/testing/serve-google.ts';
import type { StandInAnswer } from '../../testing/http-stand-in.ts';
import type { Routes } from '../../testing/routes.ts';

interface StoredMail {
  readonly id: string;
  readonly headers: ReadonlyMap<string, string>;
  /** As it came. */
  readonly text: string;
  readonly label: 'DRAFT' | 'SENT' | 'INBOX';
}

interface GmailHabits {
  /** Whether a mail gets another Message-ID as it is sent. */
  readonly renamesSentMail?: boolean;
}

const NewDraft = z.object({ message: z.object({ raw: z.base64url() }) });
const DraftId = z.object({ id: z.string() });
const ok = (body: unknown): StandInAnswer => ({ status: 200, body });
const refOf = ({ id }: StoredMail) => ({ id, threadId: id });
const draftOf = (mail: StoredMail) => ({ id: `r-${mail.id}`, message: refOf(mail) });

/** RFC 5322 2.2: folded lines are one. */
function readHeaders(raw: string): ReadonlyMap<string, string> {
  const [head = ''] = Buffer.from(raw, 'base64url').toString('utf8').split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n');
  return new Map(lines.map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}

/** Gmail's search box, as far as it is used. */
function finds(q: string, { headers, label }: StoredMail): boolean {
  const messageId = /rfc822msgid:(\S+)/.exec(q)?.[1];
  const isWhere = q.includes('in:sent') ? label === 'SENT' : true;
  return isWhere && (messageId === undefined || headers.get('Message-ID') === `<${messageId}>`);
}

/** Gmail's API as far as it is used: https://developers.google.com/workspace/gmail/api/reference/rest */
function gmailRoutes({ renamesSentMail = false }: GmailHabits): Routes {
  const inbox = new Map([
    ['From', 'Ana <ana@example.com>'],
    ['Subject', 'Lunch'],
  ]);
  const mails = new Map<string, StoredMail>([['m0', { id: 'm0', headers: inbox, text: '', label: 'INBOX' }]]);
  const newestFirst = () => [...mails.values()].toReversed();
  const draftOfId = (id: string) => {
    const mail = mails.get(id.replace(/^r-/, ''));
    return mail?.label === 'DRAFT' ? mail : undefined;
  };
  const found = (query: URLSearchParams, fits: (mail: StoredMail) => boolean) =>
    newestFirst()
      .filter((mail) => fits(mail) && finds(query.get('q') ?? '', mail))
      .slice(0, Number(query.get('maxResults') ?? 100));
  const listed = <T>(name: string, items: readonly T[]) =>
    ok({ ...(items.length > 0 && { [name]: items }), resultSizeEstimate: items.length });

  return {
    'GET /users/me/messages': ({ query }) => {
      const label = query.get('labelIds');
      return listed('messages', found(query, (mail) => label === null || mail.label === label).map(refOf));
    },
    'GET /users/me/messages/*': ({ parts: [id = ''] }) => {
      const mail = mails.get(id);
      if (!mail) return googleRefusal(404);
      const headers = [...mail.headers].map(([name, value]) => ({ name, value }));
      return ok({ ...refOf(mail), snippet: 'At noon', payload: { headers } });
    },
    'GET /users/me/drafts': ({ query }) =>
      listed('drafts', found(query, ({ label }) => label === 'DRAFT').map(draftOf)),
    'POST /users/me/drafts': ({ body }, effect) => {
      const { raw } = NewDraft.parse(body).message;
      const mail = {
        id: `m${mails.size}`,
        headers: readHeaders(raw),
        text: Buffer.from(raw, 'base64url').toString('utf8'),
        label: 'DRAFT',
      } as const;
      mails.set(mail.id, mail);
      effect({ operation: 'create_draft', key: mail.headers.get('X-Intexuraos-Key') ?? '' });
      return ok(draftOf(mail));
    },
    'POST /users/me/drafts/send': ({ body }, effect) => {
      const draft = draftOfId(DraftId.parse(body).id);
      if (!draft) return googleRefusal(404);
      if (!draft.headers.get('To')) return googleRefusal(400, { message: 'Recipient address required' });
      mails.delete(draft.id);
      const renamed = renamesSentMail ? [['Message-ID', '<made-up@mail.gmail.com>'] as const] : [];
      const headers = new Map([...draft.headers, ...renamed]);
      const mail = { id: `s${draft.id}`, headers, text: draft.text, label: 'SENT' } as const;
      mails.set(mail.id, mail);
      effect({ operation: 'send_email', key: mail.headers.get('X-Intexuraos-Key') ?? '', content: mail.text });
      return ok(refOf(mail));
    },
    'DELETE /users/me/drafts/*': ({ parts: [id = ''] }, effect) => {
      const draft = draftOfId(id);
      if (!draft) return googleRefusal(404);
      mails.delete(draft.id);
      effect({ operation: 'undo create_draft', key: draft.id });
      return { status: 204, body: null };
    },
  };
}

export const serveGmail = (port?: number, habits: GmailHabits = {}) => serveGoogle(gmailRoutes(habits), port);
