import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';

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
    void text(request).then((body) => {
      const question = { path: request.url ?? '', body, key: String(request.headers['idempotency-key'] ?? '') };
      asked.push(question);
      const given = standIn.answer(question);
      response.writeHead(given.status, { 'content-type': 'application/json' });
      response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body));
    });
  });
  const standIn: StandIn = {
    url: await listening(server),
    asked,
    answer,
    close: () => closed(server),
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
