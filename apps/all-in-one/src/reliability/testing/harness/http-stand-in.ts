import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const { method = '', url: path = '', headers } = request;
  const body = await text(request);
  return { method, path, headers, body: body === '' ? null : JSON.parse(body) };
}
