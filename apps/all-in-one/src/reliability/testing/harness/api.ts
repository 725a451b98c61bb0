import { z } from 'zod';
import { ActionView, Refusal, SweepReport, TimelineEntry } from './wire.ts';

/** What came back. Status 0: nothing did, so nobody knows what became of the call. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A wish as commands-agent hands it in. */
export interface Wish {
  readonly commandId: string;
  readonly type: string;
  readonly title: string;
  readonly payload: object;
  readonly confidence?: number;
}

export interface Decision {
  readonly status?: string;
  readonly title?: string;
  readonly ifMatch?: number;
}

export type Headers = Readonly<Record<string, string>>;

/** Who may call: what a person, a service and Pub/Sub say to be let in. */
export interface Access {
  userId(): string;
  asPerson(): Promise<Headers>;
  asService(): Promise<Headers>;
  asPubSub(): Promise<Headers>;
  /** `projects/p/subscriptions/`, before a subscription's own name. */
  readonly subscriptionPrefix: string;
}

/** actions-agent over HTTP: as its person, and as the services and the scheduler around it. No call throws. */
export interface Api {
  /** The one person of a fresh machine. */
  userId(): string;
  create(wish: Wish): Promise<Answer>;
  get(id: string): Promise<Answer>;
  timeline(id: string): Promise<Answer>;
  patch(id: string, decision: Decision): Promise<Answer>;
  remove(id: string): Promise<Answer>;
  execute(id: string): Promise<Answer>;
  /** Asks about a failed action again. */
  retry(id: string): Promise<Answer>;
  sweep(): Promise<Answer>;
  /** A push as Pub/Sub makes it. */
  push(subscription: Subscription, event: object): Promise<Answer>;
  ready(): Promise<Answer>;
}

const pushPaths = {
  'actions-queue': '/internal/actions/process',
  'approval-replies': '/internal/actions/approval-reply',
} as const;
export type Subscription = keyof typeof pushPaths;

/** Longer than any handler may take. */
const patienceMs = 60_000;

interface Call {
  readonly body?: object;
  readonly headers?: Headers;
}

type Who = () => Promise<Headers>;

export function createApi(url: string, access: Access): Api {
  const { asPerson, asService, asPubSub } = access;
  const call = async (who: Who, method: string, path: string, { headers, body }: Call = {}) =>
    answerOf(`${url}${path}`, method, { headers: { ...(await who()), ...headers }, ...(body && { body }) });

  return {
    userId: access.userId,
    create: ({ confidence = 0.6, ...wish }) =>
      call(asService, 'POST', '/internal/actions', { body: { userId: access.userId(), confidence, ...wish } }),
    get: (id) => call(asPerson, 'GET', `/actions/${id}`),
    timeline: (id) => call(asPerson, 'GET', `/actions/${id}/events`),
    patch: (id, { ifMatch, ...body }) => {
      const headers: Headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
      return call(asPerson, 'PATCH', `/actions/${id}`, { headers, body });
    },
    remove: (id) => call(asPerson, 'DELETE', `/actions/${id}`),
    execute: (id) => call(asPerson, 'POST', `/actions/${id}/execute`, { body: {} }),
    retry: (id) => call(asPerson, 'POST', `/actions/${id}/retry`, { body: {} }),
    sweep: () => call(asService, 'POST', '/internal/actions/retry-pending', { body: {} }),
    push: (subscription, event) =>
      call(asPubSub, 'POST', pushPaths[subscription], {
        body: pushed(`${access.subscriptionPrefix}${subscription}`, event),
      }),
    ready: () => call(async () => ({}), 'GET', '/readyz'),
  };
}

let pushes = 0;
const pushed = (subscription: string, event: object) => ({
  subscription,
  message: { data: Buffer.from(JSON.stringify(event)).toString('base64'), messageId: `push-${(pushes += 1)}` },
});

async function answerOf(url: string, method: string, { body, headers = {} }: Call): Promise<Answer> {
  const signal = AbortSignal.timeout(patienceMs);
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  try {
    const response = await fetch(url, { method, headers: { ...headers, ...type }, ...json, signal });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { status: 0, body: null };
  }
}

const dataOf = <T>(answer: Answer, data: z.ZodType<T>): T | null =>
  answer.status >= 200 && answer.status < 300 ? z.object({ data }).parse(answer.body).data : null;

/** What an answer says, or null when it is not a success. */
export const createdIn = (answer: Answer) => dataOf(answer, ActionView);
export const actionIn = (answer: Answer) => dataOf(answer, z.object({ action: ActionView }))?.action ?? null;
export const timelineIn = (answer: Answer) =>
  dataOf(answer, z.object({ events: z.array(TimelineEntry) }))?.events ?? null;
export const sweepIn = (answer: Answer) => dataOf(answer, SweepReport);
export const refusalIn = ({ body }: Answer) => Refusal.safeParse(body).data?.error ?? null;
