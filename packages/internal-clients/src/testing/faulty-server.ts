import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { type Fault, faults } from './faults.ts';

/** One call as the neighbour got it. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  /** The caller's port: equal for calls over one connection. */
  readonly connection: number;
}

/** A stand-in for a neighbour that fails on request and keeps a ledger of what it has really done. */
export interface FaultyServer {
  readonly url: string;
  readonly received: readonly ReceivedCall[];
  /** The keys of the effects, in order: a neighbour that takes keys does the same key once. */
  readonly ledger: readonly string[];
  /** What happens to the next calls, one fault each; calls after the last one are fine. */
  plan(...next: readonly Fault[]): void;
  /** Cuts what still hangs. */
  close(): Promise<void>;
}

/** `data` is what it answers when nothing goes wrong. */
export async function createFaultyServer(data: object): Promise<FaultyServer> {
  const answer = JSON.stringify({ success: true, data });
  const received: ReceivedCall[] = [];
  const ledger: string[] = [];
  const planned: Fault[] = [];
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      received.push(call);
      const { effect, respond } = faults[planned.shift() ?? 'fine'];
      if (effect) enter(ledger, call);
      respond(response, answer);
    });
  });
  return {
    url: await listening(server),
    received,
    ledger,
    plan: (...next) => void planned.push(...next),
    close: () => closed(server),
  };
}

async function read(request: IncomingMessage): Promise<ReceivedCall> {
  const body = await text(request);
  const { method = '', url: path = '', headers, socket } = request;
  return {
    method,
    path,
    headers,
    body: body === '' ? undefined : JSON.parse(body),
    connection: socket.remotePort ?? 0,
  };
}

function enter(ledger: string[], { headers, path }: ReceivedCall) {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string') ledger.push(path);
  else if (!ledger.includes(key)) ledger.push(key);
}
