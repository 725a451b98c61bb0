import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../answer/security-headers.ts';
import type { ServerSentEvent } from '../define.ts';
import { eventText } from './event-text.ts';

const head = {
  ...securityHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  // Tells proxies such as nginx not to collect the events.
  'x-accel-buffering': 'no',
};

/** One open response of server-sent events. A reader too slow to keep up is cut off: it comes back with its Last-Event-ID. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #requestId: string;
  readonly #bufferedBytesMax: number;
  #onClose: (() => void) | undefined;

  constructor(response: ServerResponse, requestId: string, bufferedBytesMax: number) {
    this.#response = response;
    this.#requestId = requestId;
    this.#bufferedBytesMax = bufferedBytesMax;
    response.once('close', () => this.#onClose?.());
  }

  /** The head goes out with the first event, or when the stream is open: until then a refusal can still be a status. */
  begin(): void {
    if (this.#response.headersSent || this.#response.destroyed) return;
    this.#response.writeHead(200, { ...head, 'x-request-id': this.#requestId });
    this.#write('retry: 2000\n\n');
  }

  send(event: ServerSentEvent): void {
    this.begin();
    this.#write(eventText(event));
  }

  /** Keeps proxies from closing a quiet connection, and finds out that a caller is gone. */
  heartbeat(): void {
    if (this.#response.headersSent) this.#write(':\n\n');
  }

  end(): void {
    this.#response.end();
  }

  /** Runs `undo` once, when the stream is closed by either side; at once when it is closed already. */
  onClose(undo: () => void): void {
    if (this.#response.destroyed || this.#response.writableEnded) undo();
    else this.#onClose = undo;
  }

  #write(text: string): void {
    if (this.#response.destroyed || this.#response.writableEnded) return;
    this.#response.write(text);
    if (this.#response.writableLength > this.#bufferedBytesMax) this.#response.destroy();
  }
}
