import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closed, listening } from '@intexuraos/testing';

/** Stands before the product. The first look at an action and the second stream fail, and the first stream breaks off. */
export async function startStumblingProxy(upstream: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  let streams = 0;
  let looks = 0;

  async function answer({ url = '/', headers: { authorization = '' } }: IncomingMessage, response: ServerResponse) {
    const isStream = url.startsWith('/actions/stream');
    if (isStream) streams += 1;
    else looks += 1;
    if (isStream ? streams === 2 : looks === 1) return void response.writeHead(503).end();
    const { body } = await fetch(upstream + url, { headers: { authorization } });
    response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' });
    for await (const chunk of body ?? []) {
      response.write(chunk);
      if (isStream && streams === 1 && Buffer.from(chunk).includes('data:')) break;
    }
    response.end();
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  return { url: await listening(server), close: () => closed(server) };
}
