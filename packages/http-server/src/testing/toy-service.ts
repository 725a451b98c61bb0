import { defineTopic } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { answer, type Service } from '../define.ts';
import { endpointsOf } from '../endpoints-of.ts';

/** What happened behind the routes, and how they are told to behave. */
export interface Toy {
  readonly handled: string[];
  /** Thrown by whatever runs next. */
  failNext: unknown;
  /** Resolves when the slow endpoint may answer. */
  gate: Promise<void>;
  isReady: boolean;
  readonly streams: { send(event: { id?: string; event: string; data: unknown }): void; lastEventId: string | null }[];
  closedStreams: number;
}

export const createToy = (): Toy => ({
  handled: [],
  failNext: undefined,
  gate: Promise.resolve(),
  isReady: true,
  streams: [],
  closedStreams: 0,
});

const Event = z.object({ type: z.literal('toy.moved'), toyId: z.string() });
export const toyMoved = defineTopic({ event: 'toy.moved', name: 'toys', variable: 'TOYS', schema: Event });

const { endpoint, stream, subscription } = endpointsOf<Toy>();
const Item = z.object({ id: z.string(), title: z.string(), by: z.string().optional() });

function happen(toy: Toy, what: string): void {
  toy.handled.push(what);
  const error = toy.failNext;
  toy.failNext = undefined;
  if (error !== undefined) throw error;
}

const endpoints = [
  endpoint({
    method: 'POST',
    path: '/toys/:id',
    auth: 'user',
    summary: 'Changes a toy.',
    quota: 'mutation',
    input: z.object({ id: z.string().max(64), title: z.string().max(100), colour: z.string().optional() }),
    output: Item,
    statuses: [201],
    handle: async ({ id, title }, { app, caller }) => {
      happen(app, `change ${id}`);
      const item = { id, title, by: caller.userId, secret: 'not declared' };
      return title === 'new' ? answer(201, item, { Location: `/toys/${id}` }) : item;
    },
  }),
  endpoint({
    method: 'GET',
    path: '/toys',
    auth: 'user',
    summary: 'Lists toys.',
    input: z.object({ limit: z.coerce.number().int().max(100).default(10), tag: z.enum(['a', 'b']).optional() }),
    output: z.object({ limit: z.number() }),
    handle: async ({ limit }, { app }) => {
      happen(app, 'list');
      return { limit };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/toys/:id',
    auth: 'user',
    summary: 'Throws a toy away.',
    input: z.object({ id: z.string() }),
    output: z.undefined(),
    statuses: [204],
    handle: async () => answer(204, undefined),
  }),
  endpoint({
    method: 'POST',
    path: '/internal/toys',
    auth: 'service',
    summary: 'Makes a toy for a service.',
    bodyLimit: 1_000,
    input: z.object({ title: z.string() }),
    output: z.object({ service: z.string() }),
    handle: async (_, { app, caller }) => {
      happen(app, `internal ${caller.service}`);
      return { service: caller.service };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/broken-toys',
    auth: 'operator',
    summary: 'Lists what is broken, whoever owns it.',
    input: z.object({}),
    output: z.object({ operator: z.string() }),
    handle: async (_, { app, caller }) => {
      happen(app, `broken ${caller.userId}`);
      return { operator: caller.userId };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/shop-window',
    auth: 'visitor',
    summary: 'Looks at the window, as somebody or as nobody.',
    input: z.object({}),
    output: z.object({ visitor: z.string().nullable() }),
    handle: async (_, { app, caller }) => {
      happen(app, `visit ${caller.userId}`);
      return { visitor: caller.userId };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/lend-toy',
    auth: 'caller',
    summary: 'Lends a toy to whoever asks.',
    wire: 'raw',
    refusal: {
      schema: z.object({ status: z.literal('error'), error: z.object({ code: z.string() }), request_id: z.string() }),
      of: ({ requestId, ...error }) => ({ status: 'error', error, request_id: requestId }),
    },
    input: z.object({ title: z.string().optional() }),
    output: z.object({ to: z.string() }),
    handle: async (_, { app, caller }) => {
      happen(app, 'lend');
      return { to: 'userId' in caller ? caller.userId : caller.service };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/internal/sweep',
    auth: 'scheduler',
    summary: 'Sweeps.',
    input: z.object({}),
    output: z.object({ service: z.string() }),
    handle: async (_, { app, caller }) => {
      happen(app, `sweep ${caller.service}`);
      return { service: caller.service };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/internal/toys',
    auth: 'service',
    summary: 'Lists toys for a service.',
    input: z.object({}),
    output: z.object({}),
    handle: async (_, { app }) => {
      happen(app, 'internal list');
      return {};
    },
  }),
  endpoint({
    method: 'POST',
    path: '/hooks/:name',
    auth: 'public',
    summary: 'Takes the bytes of a webhook.',
    body: 'raw',
    wire: 'raw',
    bodyLimit: 2_000,
    input: z.object({ name: z.string() }),
    output: z.object({ bytes: z.number(), signature: z.string().optional(), twice: z.string().optional() }),
    handle: async (_, { request }) => ({
      bytes: request.rawBody.length,
      signature: request.headers['x-signature'],
      twice: request.headers['x-twice'],
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/echo',
    auth: 'public',
    summary: 'Says a word back, as text.',
    wire: 'raw',
    input: z.object({ word: z.string().regex(/^\w+$/) }),
    output: z.string(),
    handle: async ({ word }) => word,
  }),
  endpoint({
    method: 'GET',
    path: '/slow',
    auth: 'public',
    summary: 'Answers when it is let.',
    input: z.object({}),
    output: z.object({ aborted: z.boolean() }),
    handle: async (_, { app, request }) => {
      app.handled.push('slow');
      request.log.info({}, 'slow began');
      request.signal.addEventListener('abort', () => app.handled.push('hung up'));
      await app.gate;
      return { aborted: request.signal.aborted };
    },
  }),
];

const toyStream = stream({
  path: '/toys/stream',
  auth: 'user',
  summary: 'What happens to toys.',
  input: z.object({}),
  open: async (_, { app, caller, lastEventId }, send) => {
    happen(app, `stream ${caller.userId}`);
    app.streams.push({ send, lastEventId });
    return () => {
      app.closedStreams += 1;
    };
  },
});

const toyQueue = subscription({
  topic: toyMoved,
  name: 'toy-queue',
  path: '/internal/toys/moved',
  summary: 'Takes note of moves.',
  wants: ({ toyId }) => toyId !== 'of somebody else',
  handle: async ({ toyId }, { app, messageId }) => {
    if (toyId === 'unready') throw new AppError('UNAVAILABLE', 'The store does not answer');
    happen(app, `moved ${toyId} ${messageId}`);
  },
});

export const createToyService = (toy: Toy): Service => ({
  name: 'toys',
  routes: [...endpoints.map((declared) => declared(toy)), toyStream(toy), toyQueue(toy)],
  ready: async () => {
    if (!toy.isReady) throw new Error('password=hunter2');
  },
  drain: async () => undefined,
});
