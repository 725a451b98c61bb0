import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly body: string;
  /** Under which it is to have one effect; empty for none. */
  readonly key: string;
}

export interface Given {
  readonly status: number;
  readonly body: object | string;
}

/** Somebody else's service, which answers as the test wishes. */
export interface StandIn {
  readonly url: string;
  /** What it was asked, the oldest first. */
  readonly asked: readonly Asked[];
  answer: (asked: Asked) => Given;
  close(): Promise<void>;
}

export async function startStandIn(answer: (asked: Asked) => Given): Promise<StandIn> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const question = { path: request.url ?? '', body, key: String(request.headers['idempotency-key'] ?? '') };
      asked.push(question);
      const given = standIn.answer(question);
      response.writeHead(given.status, { 'content-type': 'application/json' });
      response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return standIn;
}

/** WhatsApp's Cloud API, taking a message. */
export const delivers = (): Given => ({
  status: 200,
  body: { messaging_product: 'whatsapp', contacts: [], messages: [{ id: `wamid.${crypto.randomUUID()}` }] },
});

/** WhatsApp's Cloud API, refusing it. */
export const refusesWith = (status: number, code: number) => (): Given => ({
  status,
  body: { error: { code, message: 'no', type: 'OAuthException' } },
});
