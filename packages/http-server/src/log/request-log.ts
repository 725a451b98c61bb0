import type { Logger } from '@intexuraos/kernel';

type Facts = Readonly<Record<string, unknown>>;

/** A log whose every line names the request. Cheaper than a pino child, which is built whether a line is written or not. */
export class RequestLog implements Logger {
  readonly #log: Logger;
  readonly #requestId: string;
  constructor(log: Logger, requestId: string) {
    this.#log = log;
    this.#requestId = requestId;
  }
  debug(facts: Facts, message: string): void {
    this.#log.debug({ requestId: this.#requestId, ...facts }, message);
  }
  info(facts: Facts, message: string): void {
    this.#log.info({ requestId: this.#requestId, ...facts }, message);
  }
  warn(facts: Facts, message: string): void {
    this.#log.warn({ requestId: this.#requestId, ...facts }, message);
  }
  error(facts: Facts, message: string): void {
    this.#log.error({ requestId: this.#requestId, ...facts }, message);
  }
}
