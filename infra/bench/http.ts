import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Kept connections, the warmest first: the caller should cost as little as the machine that both stand on allows. */
const agent = new Agent({ keepAlive: true, scheduling: 'lifo' });
const patienceMs = 30_000;

/** Rejects when there is no answer within 30 s. */
export async function send({ method, url, headers, body }: Call): Promise<Reply> {
  const content = body === undefined ? '' : JSON.stringify(body);
  const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const outgoing = request(url, { method, agent, timeout: patienceMs, headers: { ...headers, ...length } }, resolve);
  outgoing.on('timeout', () => outgoing.destroy(new Error(`${method} ${url} was not answered`)));
  outgoing.on('error', reject);
  outgoing.end(content);
  const incoming = await promise;
  return { status: incoming.statusCode ?? 0, text: await text(incoming) };
}

/** As `send`, and rejects when the answer is no success. */
export async function call(request: Call): Promise<Reply> {
  const reply = await send(request);
  if (reply.status < 300) return reply;
  throw new Error(`${request.method} ${request.url} answered ${reply.status}: ${reply.text.slice(0, 300)}`);
}

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers on the loopback interface, on `port` if one is named. What `answer` throws is a 500. */
export async function serve(answer: (path: string, body: string) => Reply | Promise<Reply>, port = 0): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const finish = (reply: Reply) => {
      const length = Buffer.byteLength(reply.text);
      outgoing
        .writeHead(reply.status, { 'content-type': 'application/json', 'content-length': length })
        .end(reply.text);
    };
    text(incoming)
      .then((body) => answer(incoming.url ?? '', body))
      .then(finish, (error: unknown) => finish({ status: 500, text: JSON.stringify(String(error)) }));
  });
  server.keepAliveTimeout = 60_000;
  return { url: await listening(server, port), close: () => closed(server) };
}
