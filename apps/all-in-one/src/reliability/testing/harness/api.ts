import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ActionView, Local, Refusal, SweepReport, TimelineEntry } from './wire.ts';

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

/** The machine over HTTP: as its person, and as the services and the scheduler around it. No call throws. */
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
  readonly headers: Readonly<Record<string, string>>;
}

/** `dataDir` has the tokens, once the machine has been started there. */
export function createApi({ url, dataDir }: { readonly url: string; readonly dataDir: string }): Api {
  let known: Local | null = null;
  const local = () => (known ??= Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8'))));
  const asPerson = () => ({ authorization: `Bearer ${local().userToken}` });
  const asService = () => ({ 'x-internal-auth': local().internalAuthToken });
  const call = (method: string, path: string, given: Call) => answerOf(`${url}${path}`, method, given);

  return {
    userId: () => local().userId,
    create: ({ confidence = 0.6, ...wish }) =>
      call('POST', '/internal/actions', {
        headers: asService(),
        body: { userId: local().userId, confidence, ...wish },
      }),
    get: (id) => call('GET', `/actions/${id}`, { headers: asPerson() }),
    timeline: (id) => call('GET', `/actions/${id}/events`, { headers: asPerson() }),
    patch: (id, { ifMatch, ...body }) =>
      call('PATCH', `/actions/${id}`, {
        headers: { ...asPerson(), ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }) },
        body,
      }),
    remove: (id) => call('DELETE', `/actions/${id}`, { headers: asPerson() }),
    execute: (id) => call('POST', `/actions/${id}/execute`, { headers: asPerson(), body: {} }),
    retry: (id) => call('POST', `/actions/${id}/retry`, { headers: asPerson(), body: {} }),
    sweep: () => call('POST', '/internal/actions/retry-pending', { headers: asService(), body: {} }),
    push: (subscription, event) =>
      call('POST', pushPaths[subscription], { headers: asService(), body: pushed(subscription, event) }),
    ready: () => call('GET', '/readyz', { headers: {} }),
  };
}

let pushes = 0;
const pushed = (subscription: Subscription, event: object) => ({
  subscription: `projects/local/subscriptions/${subscription}`,
  message: { data: Buffer.from(JSON.stringify(event)).toString('base64'), messageId: `push-${(pushes += 1)}` },
});

async function answerOf(url: string, method: string, { body, headers }: Call): Promise<Answer> {
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
