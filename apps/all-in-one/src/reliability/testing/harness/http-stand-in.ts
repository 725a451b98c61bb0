import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface StandIn {
  readonly url: string;
  /** Cuts what still hangs. */
  close(): Promise<void>;
}

/** A server of ours that the machine takes for somebody else's. */
export async function startStandIn(answer: (received: Received, response: ServerResponse) => void): Promise<StandIn> {
  const server = createServer((request, response) => {
    read(request).then(
      (received) => answer(received, response),
      // The machine died while it was speaking.
      () => response.destroy(),
    );
  });
  return { url: await listening(server), close: () => closed(server) };
}

async function read(request: IncomingMessage): Promise<Received> {
  const { method = '', url: path = '', headers } = request;
  const body = await text(request);
  return { method, path, headers, body: body === '' ? null : JSON.parse(body) };
}
