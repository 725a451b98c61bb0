import { createHmac } from 'node:crypto';
import {
  actionApprovalReply,
  commandIngest,
  type Topic,
  type WhatsAppMessageSend,
  whatsappMessageSend,
  whatsappMessageStatus,
  whatsappWindowOpened,
} from '@intexuraos/contracts';
import { type Authenticator, listen, type RunningServer } from '@intexuraos/http-server';
import { AppError } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import { createMemoryCarrier } from '@intexuraos/messaging/memory';
import type { Durability, Store } from '@intexuraos/storage';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { createManualClock, createRecordingLogger, createSeededRandom } from '@intexuraos/testing';
import { createCloudApi } from '../adapters/cloud-api/courier.ts';
import { inboundEntries, sentMessages } from '../adapters/store/collections.ts';
import { createInbox } from '../adapters/store/inbox.ts';
import { createMessages } from '../adapters/store/messages.ts';
import type { Account } from '../domain/read-delivery.ts';
import { accepted, firstAttempt, type SentMessage } from '../domain/sent-message.ts';
import type { Contact, People } from '../ports.ts';
import { createWhatsAppService } from '../service.ts';
import { startCloudApi } from './cloud-api-stand-in.ts';

/** When the tests happen. */
export const now = Date.UTC(2026, 10, 20, 12, 0, 0);
export const appSecret = 'the-current-app-secret';
export const previousSecret = 'the-previous-app-secret';
export const account: Account = { phoneNumberId: '1122334455667', businessAccountId: '5467539754836534' };
const internalToken = 'an-internal-token-of-thirty-two-characters';

const topics = [actionApprovalReply, commandIngest, whatsappMessageSend, whatsappMessageStatus, whatsappWindowOpened];

/** Everybody the tests know; a world may bring its own. */
export const ann = { userId: 'auth0|ann', phone: '+16505551234', bsuid: 'US.1' };
export const bob = { userId: 'auth0|bob', phone: '+16505559999', bsuid: 'US.2' };

export interface WorldOptions {
  readonly startAt?: number;
  readonly account?: Account;
  readonly people?: People;
  readonly template?: { readonly name: string; readonly language: string };
  readonly deadlineMs?: number;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** The service over real HTTP, on a store and a carrier in memory, with a stand-in of the Cloud API on a socket. */
export async function startWorld(options: WorldOptions = {}) {
  const clock = createManualClock(options.startAt ?? now);
  const log = createRecordingLogger();
  const store = createMemoryStore({ clock });
  const consumers = topics.map((topic) => ({ name: topic.name, topic }));
  const carrier = createMemoryCarrier({ clock, random: createSeededRandom(1), consumers });
  const cloudApi = await startCloudApi();
  const switches = { publisherDown: false, publisherHangs: false, peopleDown: false };
  const courier = createCloudApi({
    url: `${cloudApi.url}/v23.0`,
    accessToken: 'token',
    phoneNumberId: account.phoneNumberId,
    template: options.template ?? null,
    deadlineMs: options.deadlineMs ?? 30_000,
  });
  const commits = { flushed: 0, soon: 0 };
  const rivals: (() => Promise<void>)[] = [];
  const counted = countingStore(store, commits, rivals);
  const people = options.people ?? directory([ann, bob]);
  const service = createWhatsAppService({
    account: options.account ?? account,
    webhook: { appSecrets: [appSecret, previousSecret], verifyToken: 'the-verify-token' },
    hasTemplate: options.template !== undefined,
    inbox: createInbox(counted),
    messages: createMessages(counted),
    people: unreliable(people, () => switches.peopleDown),
    courier,
    publisher: unreliablePublisher(carrier, switches),
    clock,
    log,
  });
  const server = await listen([service], { port: 0, authenticator, log, clock });
  const http = httpOf(server);
  return {
    clock,
    log,
    cloudApi,
    switches,
    commits,
    server,
    ...http,
    /** What has been published on a topic so far, oldest first; each must keep the contract. */
    told: <E extends object>(topic: Topic<E>): E[] =>
      carrier.pending().flatMap(({ consumer, data }) => (consumer === topic.name ? [topic.schema.parse(data)] : [])),
    toldAnything: () => carrier.pending().length,
    /** The names of all events published so far. */
    events: () => carrier.pending().map(({ topic }) => topic),
    async inbox() {
      const orderBy = { field: 'expiresAt', direction: 'ascending' } as const;
      const all = { ...inboundEntries, indexes: [['expiresAt']] };
      return (await store.query(all, { where: {}, orderBy, limit: 500 })).docs.map(({ data }) => data);
    },
    async message(messageKey: string) {
      return (await createMessages(store).byKey(messageKey))?.data ?? null;
    },
    /** As if the service had asked this person something, in a message of this wamid. */
    async asked(userId: string, wamid: string) {
      const wanted = {
        messageKey: 'ask:a1:1:0',
        userId,
        correlationId: 'c',
        text: 'Approve?',
        buttons: [],
        replyTo: null,
      };
      const kept = await createMessages(store).create(accepted(firstAttempt(wanted, clock.now()), wamid));
      if (kept === null) throw new Error('asked twice');
    },
    /** Somebody else changes our message just before the n-th commit from now (0 is the next). */
    rivalChanges(messageKey: string, beforeCommit: number, change: Partial<SentMessage>) {
      for (let n = 0; n < beforeCommit; n += 1) rivals.push(async () => undefined);
      rivals.push(async () => {
        const messages = createMessages(store);
        const found = await messages.byKey(messageKey);
        if (found !== null) await messages.replace(found, { ...found.data, ...change }, false);
      });
    },
    async forgetWamid(messageKey: string) {
      const found = await createMessages(store).byKey(messageKey);
      if (found === null) throw new Error(`no message ${messageKey}`);
      const data = { ...found.data, wamid: null, state: 'sending', dueAt: clock.now() + 30_000 };
      await store.commit([{ kind: 'put', collection: sentMessages, id: found.id, data }]);
    },
    async close() {
      await server.close();
      await courier.close();
      await cloudApi.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A phone book in memory. */
function directory(book: readonly (typeof ann)[]): People {
  return {
    find: async ({ bsuid, phone }) =>
      (book.find((one) => one.bsuid === bsuid) ?? book.find((one) => one.phone === phone))?.userId ?? null,
    contactOf: async (userId) => book.find((one) => one.userId === userId) ?? null,
  };
}

/** A directory in which everybody is somebody. */
export const everybody: People = {
  find: async ({ bsuid, phone }) => `user-${bsuid ?? phone}`.replace(/[^A-Za-z0-9_-]/g, '_'),
  contactOf: async (): Promise<Contact> => ({ phone: '+16505551234', bsuid: null }),
};

const down = () => new AppError('UNAVAILABLE', 'down');

const unreliable = (people: People, isDown: () => boolean): People => ({
  find: async (sender) => (isDown() ? Promise.reject(down()) : people.find(sender)),
  contactOf: async (userId) => (isDown() ? Promise.reject(down()) : people.contactOf(userId)),
});

function unreliablePublisher(
  publisher: Publisher,
  switches: { readonly publisherDown: boolean; readonly publisherHangs: boolean },
): Publisher {
  return {
    publish: async (topic, event) => {
      if (switches.publisherDown) throw down();
      return switches.publisherHangs ? new Promise(() => undefined) : publisher.publish(topic, event);
    },
  };
}

/** Counts commits, and lets a rival write just before one of them. */
function countingStore(store: Store, commits: Record<Durability, number>, rivals: (() => Promise<void>)[]): Store {
  return {
    ...store,
    commit: async (writes, durability = 'flushed') => {
      commits[durability] += 1;
      await rivals.shift()?.();
      return store.commit(writes, durability);
    },
  };
}

const refuse = async (): Promise<never> => Promise.reject(new AppError('UNAUTHORIZED', 'not in these tests'));
const byToken = async ({ internalAuth }: { readonly internalAuth: string | undefined }) =>
  internalAuth === internalToken ? { service: 'test' } : refuse();

export const authenticator: Authenticator = {
  user: async ({ authorization }) => (authorization === 'Bearer ann' ? { userId: ann.userId } : refuse()),
  visitor: async () => ({ userId: null }),
  operator: async ({ authorization }) => {
    if (authorization === 'Bearer olga') return { userId: 'olga' };
    throw new AppError(authorization === 'Bearer ann' ? 'FORBIDDEN' : 'UNAUTHORIZED', 'not an operator of these tests');
  },
  service: byToken,
  caller: byToken,
  scheduler: byToken,
  push: byToken,
  subscription: (name) => `projects/local/subscriptions/${name}`,
};

export const sign = (body: string | Buffer, secret = appSecret): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

function httpOf({ url }: RunningServer) {
  const call = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const answer = await fetch(`${url}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  const json = { 'content-type': 'application/json' };
  const internal = { ...json, 'x-internal-auth': internalToken };
  return {
    call,
    /** A webhook call as WhatsApp makes it, with the signature of these very bytes unless another is given. */
    webhook: (body: object | string, signature?: string | null) => {
      const raw = typeof body === 'string' ? body : JSON.stringify(body);
      const header = signature === null ? {} : { 'x-hub-signature-256': signature ?? sign(raw) };
      return call('/whatsapp/webhooks', { method: 'POST', body: raw, headers: { ...json, ...header } });
    },
    sweep: () => call('/internal/whatsapp/retry-pending', { method: 'POST', body: '{}', headers: internal }),
    /** A push of Pub/Sub. */
    send: (event: WhatsAppMessageSend) => {
      const data = Buffer.from(JSON.stringify(event)).toString('base64');
      const message = { data, messageId: '1', publishTime: new Date(now).toISOString() };
      const body = JSON.stringify({ message, subscription: 'projects/local/subscriptions/whatsapp-send' });
      return call('/internal/whatsapp/send-message', { method: 'POST', body, headers: internal });
    },
  };
}
