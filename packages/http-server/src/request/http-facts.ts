import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@intexuraos/kernel';
import type { RequestFacts } from '../define.ts';
import { RequestLog } from '../log/request-log.ts';

/** Facts of an HTTP request; what few endpoints ask for is made when it is asked for. */
export class HttpFacts implements RequestFacts {
  readonly id: string;
  readonly address: string;
  rawBody: Buffer = Buffer.alloc(0);
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #serverLog: Logger;
  #headers: Record<string, string> | undefined;
  #signal: AbortSignal | undefined;
  #log: Logger | undefined;

  constructor(id: string, address: string, request: IncomingMessage, response: ServerResponse, log: Logger) {
    this.id = id;
    this.address = address;
    this.#request = request;
    this.#response = response;
    this.#serverLog = log;
  }

  get headers(): Readonly<Record<string, string>> {
    return (this.#headers ??= singleHeaders(this.#request));
  }

  get signal(): AbortSignal {
    return (this.#signal ??= hangUpSignal(this.#response));
  }

  get log(): Logger {
    return (this.#log ??= new RequestLog(this.#serverLog, this.id));
  }
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    const [value] = values ?? [];
    if (values?.length === 1 && value !== undefined) headers[name] = value;
  }
  return headers;
}

function hangUpSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (!response.writableFinished) controller.abort(new Error('the caller hung up'));
  };
  if (response.destroyed) stop();
  else response.once('close', stop);
  return controller.signal;
}
