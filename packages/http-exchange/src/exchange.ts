import type { Agent, Dispatcher } from 'undici';

/** What came back over the wire, before anybody judged it. */
export type Exchange =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly contentType: string;
      readonly retryAfter: string | null;
      /** Null when the body was longer than the limit. */
      readonly body: string | null;
    }
  | {
      readonly kind: 'no_response';
      readonly reason: 'timeout' | 'aborted' | 'connection';
      /** Whether a single byte of the request may have left: false means that nothing can have happened. */
      readonly sent: boolean;
      /** What the connection failed with. */
      readonly cause?: unknown;
    };

export interface Limits {
  /** For the whole exchange, connecting and reading the body included. */
  readonly deadlineMs: number;
  readonly bodyBytesMax: number;
  readonly signal?: AbortSignal;
}

export type WireRequest = Pick<Dispatcher.DispatchOptions, 'origin' | 'path' | 'method' | 'headers' | 'body'>;

/**
 * One request and its whole answer; never rejects. This sits below undici's `request` because only the handler of
 * `dispatch` learns whether anything was sent, and because it costs half the CPU of the stream that `request` builds.
 * Redirects are not followed.
 */
export function exchange(agent: Agent, request: WireRequest, limits: Limits): Promise<Exchange> {
  return new Promise((resolve) => {
    const handler = new Collector(limits, resolve);
    try {
      agent.dispatch(request, handler);
    } catch (error) {
      handler.giveUp('connection', error);
    }
  });
}

class Collector implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;
  private status = 0;
  private contentType = '';
  private retryAfter: string | null = null;
  private readonly chunks: Buffer[] = [];
  private bytes = 0;
  private settled = false;
  private readonly timer: NodeJS.Timeout;
  private readonly limits: Limits;
  private readonly resolve: (exchange: Exchange) => void;
  private readonly onAbort = () => this.giveUp('aborted');

  constructor(limits: Limits, resolve: (exchange: Exchange) => void) {
    this.limits = limits;
    this.resolve = resolve;
    this.timer = setTimeout(() => this.giveUp('timeout'), limits.deadlineMs);
    limits.signal?.addEventListener('abort', this.onAbort);
    if (limits.signal?.aborted) this.giveUp('aborted');
  }

  /** undici calls this immediately before it writes the first byte. */
  onRequestStart(controller: Dispatcher.DispatchController) {
    if (this.settled) controller.abort(new Error('given up'));
    else this.controller = controller;
  }

  onResponseStart(_: unknown, status: number, headers: Record<string, string | string[] | undefined>) {
    this.status = status;
    this.contentType = single(headers['content-type']) ?? '';
    this.retryAfter = single(headers['retry-after']);
  }

  onResponseData(_: unknown, chunk: Buffer) {
    this.bytes += chunk.length;
    if (this.bytes > this.limits.bodyBytesMax) this.answer(null);
    else this.chunks.push(chunk);
  }

  onResponseEnd() {
    this.answer(Buffer.concat(this.chunks).toString('utf8'));
  }

  onResponseError(_: unknown, error: Error) {
    this.giveUp('connection', error);
  }

  giveUp(reason: 'timeout' | 'aborted' | 'connection', cause?: unknown) {
    this.settle({ kind: 'no_response', reason, sent: this.controller !== null, cause });
  }

  private answer(body: string | null) {
    this.settle({
      kind: 'response',
      status: this.status,
      contentType: this.contentType,
      retryAfter: this.retryAfter,
      body,
    });
    if (body === null) this.controller?.abort(new Error('body over the limit'));
  }

  private settle(exchange: Exchange) {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.timer);
    this.limits.signal?.removeEventListener('abort', this.onAbort);
    this.resolve(exchange);
    if (exchange.kind === 'no_response') this.controller?.abort(new Error(exchange.reason));
  }
}

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);
