import { actionApprovalReply, commandIngest, whatsappMessageStatus } from '@intexuraos/contracts';
import { afterAll, expect, test } from '@jest/globals';
import { type InboundItem, type MessageKind } from './domain/inbound.ts';
import { object, objects, text } from './domain/loose.ts';
import { type Account, readDelivery } from './domain/read-delivery.ts';
import {
  type CorpusFile,
  corpusIndex,
  corpusJson,
  corpusText,
  describeWithCorpus,
  payloadFiles,
} from './testing/corpus.ts';
import { everybody, sign, startWorld } from './testing/start-world.ts';
import { verifySignature } from './use-cases/verify-signature.ts';

/** What each kind of the corpus's index must become. A kind that is not here fails the test: it must be decided on. */
const meaning: Readonly<Record<string, MessageKind | `ignored: ${string}` | `status: ${string}`>> = {
  'message:text': 'text',
  'message:button': 'quick_reply',
  'message:interactive:button_reply': 'button',
  'message:interactive:list_reply': 'list',
  'message:interactive:nfm_reply': 'unsupported',
  'message:interactive:None': 'unsupported',
  'message:reaction': 'reaction',
  'message:image': 'unsupported',
  'message:video': 'unsupported',
  'message:document': 'unsupported',
  'message:audio': 'unsupported',
  'message:sticker': 'unsupported',
  'message:location': 'unsupported',
  'message:contacts': 'unsupported',
  'message:order': 'unsupported',
  'message:unsupported': 'unsupported',
  'message:unknown': 'unsupported',
  'message:system': 'ignored: system',
  'message:edit': 'ignored: edited',
  'message:revoke': 'ignored: revoked',
  'status:sent': 'status: sent',
  'status:delivered': 'status: delivered',
  'status:read': 'status: read',
  'status:played': 'ignored: other_status',
  'status:failed': 'status: failed',
};
/** Payloads without messages and statuses, and the one status that is a group's. */
const byFile: Readonly<Record<string, string>> = {
  'pywa-outgoing_message-text.json': 'ignored: other_field',
  'pywa-outgoing_message-delete.json': 'ignored: other_field',
  'pywa-outgoing_message-edit.json': 'ignored: other_field',
  'pywa-user_marketing_preferences-resume.json': 'ignored: other_field',
  'pywa-user_marketing_preferences-signup.json': 'ignored: other_field',
  'pywa-message_status-group.json': 'ignored: group',
};

/** The account that the payload is for. Echoes and preferences name one too. */
function accountOf(body: unknown): Account {
  const entry = object(objects(object(body)['entry'])[0]);
  const value = object(object(objects(entry['changes'])[0])['value']);
  return {
    businessAccountId: text(entry['id']) ?? '',
    phoneNumberId: text(object(value['metadata'])['phone_number_id']) ?? '',
  };
}

const nameOf = (item: InboundItem): string => {
  switch (item.item) {
    case 'message':
      return item.kind;
    case 'status':
      return `status: ${item.status}`;
    case 'ignored':
      return `ignored: ${item.reason}`;
  }
};

const expected = ({ file, kinds, messages }: CorpusFile): string[] => {
  const special = byFile[file];
  if (special !== undefined) return [special];
  return Array.from({ length: Math.max(1, messages) }, () => meaning[kinds[0] ?? ''] ?? `undecided: ${kinds[0]}`);
};

/** The moment after the payload was made, so that none is too old to act on. */
function momentOf(file: string): number {
  const stamps = [...corpusText(file).matchAll(/"timestamp":\s*"?(\d{9,10})/g)].map(([, seconds]) => Number(seconds));
  return (Math.max(...stamps) + 1) * 1000;
}

describeWithCorpus('the corpus of real webhook payloads', () => {
  const files = corpusIndex();
  const effects: Record<string, number> = {};
  afterAll(() => {
    process.stderr.write(`corpus: ${files.length} payloads, ${JSON.stringify(effects)}\n`);
  });

  test('has 76 files, and leaves out none that lies there', () => {
    expect(files).toHaveLength(76);
    expect(files.map(({ file }) => file).toSorted()).toEqual(payloadFiles());
  });

  test.each(files)('$file is read as its kind says', (entry) => {
    const body = corpusJson(entry.file);
    const items = readDelivery(body, accountOf(body));
    expect(items.map(nameOf)).toEqual(expected(entry));
  });

  test.each(files)('$file is for nobody else', (entry) => {
    const items = readDelivery(corpusJson(entry.file), { phoneNumberId: 'other', businessAccountId: 'other' });
    expect(items.map(nameOf)).toEqual(['ignored: other_account']);
  });

  test.each(files)('$file, signed and delivered twice at once and again later, has its effect once', async (entry) => {
    const raw = corpusText(entry.file);
    const world = await startWorld({
      startAt: momentOf(entry.file),
      account: accountOf(corpusJson(entry.file)),
      people: everybody,
    });
    try {
      const atOnce = await Promise.all([world.webhook(raw, sign(raw)), world.webhook(raw, sign(raw))]);
      expect(atOnce.map(({ status }) => status)).toEqual([200, 200]);
      const once = toldBy(world);
      expect((await world.webhook(raw, sign(raw))).status).toBe(200);
      expect(toldBy(world)).toEqual(once);
      expect(once).toEqual(effectOf(entry));
      for (const topic of once) effects[topic] = (effects[topic] ?? 0) + 1;
    } finally {
      await world.close();
    }
  });
});

const isQuoting = (item: InboundItem) => item.item === 'message' && item.quotedWamid !== null;
const quoting = (): readonly CorpusFile[] =>
  corpusIndex().filter(({ file }) => {
    const body = corpusJson(file);
    return readDelivery(body, accountOf(body)).some(isQuoting);
  });

describeWithCorpus('the corpus, where what is quoted is an ask of ours', () => {
  test('has a payload of each kind of answer', () => {
    const kinds = new Set(quoting().flatMap(({ kinds: [kind] }) => meaning[kind ?? ''] ?? 'undecided'));
    expect([...kinds].sort()).toEqual(['button', 'list', 'quick_reply', 'reaction', 'text', 'unsupported']);
  });

  test.each(quoting())('$file answers it, unless it cannot be read', async (entry) => {
    const raw = corpusText(entry.file);
    const body = corpusJson(entry.file);
    const world = await startWorld({ startAt: momentOf(entry.file), account: accountOf(body), people: everybody });
    try {
      const [item] = readDelivery(body, accountOf(body));
      if (item?.item !== 'message' || item.quotedWamid === null) throw new Error('it quotes nothing');
      const userId = (await everybody.find(item.sender)) ?? '';
      await world.asked(userId, item.quotedWamid);
      expect((await world.webhook(raw, sign(raw))).status).toBe(200);
      expect((await world.webhook(raw, sign(raw))).status).toBe(200);
      const readable = item.kind !== 'unsupported';
      const replies = world.told(actionApprovalReply);
      expect(replies).toMatchObject(readable ? [{ userId, replyToWamid: item.quotedWamid }] : []);
      expect(world.told(commandIngest)).toEqual([]);
    } finally {
      await world.close();
    }
  });
});

const aboutMessages = (): readonly CorpusFile[] =>
  corpusIndex().filter((entry) => expected(entry)[0]?.startsWith('status: ') === true);

describeWithCorpus('the corpus, where a status is about a message of ours', () => {
  test.each(aboutMessages())('$file, delivered twice, is told once', async (entry) => {
    const raw = corpusText(entry.file);
    const body = corpusJson(entry.file);
    const world = await startWorld({ startAt: momentOf(entry.file), account: accountOf(body), people: everybody });
    try {
      const [item] = readDelivery(body, accountOf(body));
      if (item?.item !== 'status') throw new Error('it holds no status');
      await world.asked('ann', item.wamid);
      expect((await world.webhook(raw, sign(raw))).status).toBe(200);
      expect((await world.webhook(raw, sign(raw))).status).toBe(200);
      // That it was sent is known already: WhatsApp said so when it took the message.
      const news = item.status === 'sent' ? [] : [{ userId: 'ann', messageKey: 'ask:a1:1:0', status: item.status }];
      expect(world.told(whatsappMessageStatus)).toMatchObject(news);
      expect(world.toldAnything()).toBe(news.length);
    } finally {
      await world.close();
    }
  });
});

const toldBy = (world: Awaited<ReturnType<typeof startWorld>>): string[] => world.events();

/**
 * What each meaning leads to in a service that has sent nothing itself: words are commands, what cannot be read gets a
 * polite word, and taps, reactions and statuses are about somebody else's messages.
 */
function effectOf(entry: CorpusFile): string[] {
  // Its two messages bear one id, so they are one message that came twice.
  if (entry.file === 'netflie-can_build_multiple_text_notification.json') return ['command.ingest'];
  return expected(entry).flatMap((name) => {
    if (name === 'text') return ['command.ingest'];
    return name === 'unsupported' ? ['whatsapp.message.send'] : [];
  });
}

describeWithCorpus('the signature vector', () => {
  test('holds for the bytes that Meta signs, and not for the same text written otherwise', () => {
    const vector = object(corpusJson('_signature-vector.json'));
    const plain = text(vector['raw_body_utf8']) ?? '';
    const escaped = plain.replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const secret = text(vector['app_secret']) ?? '';
    const header = text(vector['signature']) ?? '';
    expect(() => verifySignature(Buffer.from(escaped), header, [secret])).not.toThrow();
    expect(() => verifySignature(Buffer.from(escaped), header, ['other', secret])).not.toThrow();
    expect(() => verifySignature(Buffer.from(plain), header, [secret])).toThrow('missing or wrong');
    expect(() => verifySignature(Buffer.from(escaped), header, ['other'])).toThrow('missing or wrong');
  });
});
