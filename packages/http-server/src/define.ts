import type { Topic } from '@intexuraos/contracts';
import type { ErrorCode, Logger } from '@intexuraos/kernel';
import type { Consumer, Delivery } from '@intexuraos/messaging';
import type { z } from 'zod';
import type { Metric } from './metrics/metric.ts';

/** Who is calling, by the way an endpoint lets callers in. The identity comes from verified credentials alone. */
export interface Callers {
  /** A person: Bearer token of the configured issuer. */
  user: { readonly userId: string };
  /** A person whose token bears the operator's right: they see what goes wrong for everybody. */
  operator: { readonly userId: string };
  /** A person where a token says so, else nobody: for pages that a browser comes back to. A wrong token is refused. */
  visitor: { readonly userId: string | null };
  /** One of our own services: X-Internal-Auth, or a Google OIDC token of an allowed account. */
  service: { readonly service: string };
  /** A person or a service: for what both may ask, each for themselves. */
  caller: { readonly userId: string } | { readonly service: string };
  /** Cloud Scheduler's own account, or a service. */
  scheduler: { readonly service: string };
  /** Nobody in particular: health, documentation, and webhooks that carry their own signature. */
  public: object;
}
export type Auth = keyof Callers;

/** What an endpoint may know of the request besides its validated input. */
export interface RequestFacts {
  readonly id: string;
  /** Header values by lower-case name; a header that came twice is absent. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whom to count tries against: the caller's address, for IPv6 the /64. */
  readonly address: string;
  /** The bytes as they arrived; only where `body: 'raw'`. */
  readonly rawBody: Buffer;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export interface Context<App, A extends Auth> {
  readonly app: App;
  readonly caller: Callers[A];
  readonly request: RequestFacts;
}

/** An answer other than plain 200. */
export class Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, data: T, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.data = data;
    this.headers = headers;
  }
}
export const answer = <T>(status: number, data: T, headers?: Readonly<Record<string, string>>) =>
  new Answer(status, data, headers);

/** What somebody who is turned away is told. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: unknown;
  readonly requestId: string;
}

/** How another wire format says no. */
export interface RefusalForm {
  /** For the API page. */
  readonly schema: z.ZodType;
  of(refusal: Refusal): object;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One HTTP operation: what it takes, what it gives, who may call it, and the one use case behind it. */
export interface EndpointSpec<App, A extends Auth, I extends z.ZodType, O extends z.ZodType> {
  readonly method: Method;
  /** Express style: `/actions/:actionId`. */
  readonly path: string;
  readonly auth: A;
  /** One sentence for the API page. */
  readonly summary: string;
  /** Path parameters, query and JSON body as one strict object; validated before `handle` runs. */
  readonly input: I;
  readonly output: O;
  /** Statuses besides 200 that `handle` answers with, for the API page. */
  readonly statuses?: readonly number[];
  /** `raw`: answered as it is, without the envelope, because another wire format is kept. */
  readonly wire?: 'envelope' | 'raw';
  /** How a refusal is told where another wire format has its own way; the envelope's unless said. */
  readonly refusal?: RefusalForm;
  /** `raw`: `handle` gets the bytes and `input` sees path and query only. */
  readonly body?: 'json' | 'raw';
  /** In bytes; 100 kB unless said. */
  readonly bodyLimit?: number;
  /** Named per-person quota this call counts against, e.g. `mutation`. */
  readonly quota?: string;
  handle(input: z.output<I>, context: Context<App, A>): Promise<z.input<O> | Answer<z.input<O>>>;
}

/** A stream of server-sent events; `open` writes through `send` until the caller hangs up. */
export interface StreamSpec<App, I extends z.ZodType> {
  readonly path: string;
  readonly auth: 'user';
  readonly summary: string;
  readonly input: I;
  /** Resolves to what undoes the subscription. `lastEventId` is where the caller stopped reading, if it said so. */
  open(
    input: z.output<I>,
    context: Context<App, 'user'> & { readonly lastEventId: string | null },
    send: (event: ServerSentEvent) => void,
  ): Promise<() => void>;
}

/** The consumer of one topic: the same object serves Pub/Sub pushes at `path` and the embedded carrier. */
export interface SubscriptionSpec<App, E extends object> {
  readonly topic: Topic<E>;
  /** The subscription's own name, e.g. `actions-queue`. */
  readonly name: string;
  /** Where Pub/Sub pushes to. */
  readonly path: string;
  /** Another path with the same meaning, for subscriptions that were set up before. */
  readonly alias?: string;
  readonly summary: string;
  /** Each instance of the service gets each message, not one of them: for what an instance keeps in memory. */
  readonly fanOut?: boolean;
  /** Whether an event is any of its business; what is not is acknowledged unseen, or not delivered at all. */
  wants?(event: E, app: App): boolean;
  /** Resolves when the event is dealt with, also when there was nothing to do; throws to have it delivered again. */
  handle(event: E, context: { readonly app: App; readonly messageId: string; readonly log: Logger }): Promise<void>;
}

/** One request as a route sees it: the dispatcher makes it, the route pulls what it needs, in this order. */
export interface Exchange {
  readonly request: RequestFacts;
  /** Who is calling. Throws UNAUTHORIZED, FORBIDDEN, RATE_LIMITED, or UNAVAILABLE where keys cannot be had. */
  caller<A extends Auth>(auth: A): Promise<Callers[A]>;
  /** Path, query and JSON body as one object, not validated yet. Throws when the body cannot be read. */
  input(): Promise<unknown>;
}

export interface ServerSentEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

/** The files of a web app: `index.html` at `/`, and what it loads where no other route is. */
export interface FilesSpec {
  /** One sentence for the API page. */
  readonly summary: string;
  /** Looked into at each request, so that it may be built anew meanwhile. What lies in `assets/` has a hash in its name. */
  readonly directory: string;
  /** What `/` says while there is no `index.html`. */
  readonly absence: string;
  /** Origins that the page may call besides its own. */
  readonly connectsTo?: readonly string[];
}

/** An endpoint, stream, subscription or folder of files with its types sealed in, ready to be mounted. */
export type Route = EndpointRoute | StreamRoute | SubscriptionRoute | FilesRoute;
export interface EndpointRoute {
  readonly kind: 'endpoint';
  readonly spec: Omit<EndpointSpec<never, Auth, z.ZodType, z.ZodType>, 'handle'>;
  run(exchange: Exchange): Promise<Answer<unknown>>;
}
export interface StreamRoute {
  readonly kind: 'stream';
  readonly spec: Omit<StreamSpec<never, z.ZodType>, 'open'>;
  /** Who opened it, and how to start sending once the headers are out. */
  admit(exchange: Exchange): Promise<Admission>;
}
export interface Admission {
  readonly userId: string;
  open(lastEventId: string | null, send: (event: ServerSentEvent) => void): Promise<() => void>;
}
export interface SubscriptionRoute {
  readonly kind: 'subscription';
  readonly spec: Omit<SubscriptionSpec<never, object>, 'handle'>;
  /** For carriers that call. An error inside is `retry`; what the schema refuses is `ack` and told to `surroundings`. */
  readonly consumer: Consumer;
  /** For pushes: as `consumer.deliver`, but errors come out, so that they become a status. */
  receive(delivery: Delivery): Promise<void>;
  /** `listen` says where to log and where undeliverable messages go; before that, a consumer works in silence. */
  surround(surroundings: Surroundings): void;
}

export interface FilesRoute {
  readonly kind: 'files';
  readonly spec: FilesSpec & { readonly path: '/'; readonly auth: 'public' };
}

export interface Surroundings {
  readonly log: Logger;
  /** Keeps a record of a message that will never work. When it throws, the message is delivered again. */
  onUndeliverable(message: Undeliverable): Promise<void> | void;
}

/** A message that will never work, or that was tried often enough: what is kept of it. */
export interface Undeliverable {
  readonly subscription: string;
  /** The event that the subscription takes. */
  readonly event: string;
  readonly messageId: string;
  readonly reason: string;
  /** SHA-256 of the whole, in hex. */
  readonly hash: string;
  /** The first 2 KB, redacted: without what is personal in it. */
  readonly sample: string;
  /** The whole as JSON, to be sent again; null when it is none. Neither shown nor logged. */
  readonly body: string | null;
}

/** What an app is to whoever runs it: Cloud Run, all-in-one and the tests all start the same object. */
export interface Service {
  readonly name: string;
  readonly routes: readonly Route[];
  /** What `GET /metrics` shows beside the server's own figures. */
  readonly metrics?: readonly Metric[];
  /** Throws while the service cannot do its work. */
  ready(): Promise<void>;
  /** No new work; resolves when what is under way has ended. */
  drain(): Promise<void>;
}
