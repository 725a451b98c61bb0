import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closed, listening } from '@intexuraos/testing';

/**
 * Stands before the product, deletes each action just before somebody looks at it, and breaks the stream off after its
 * first change; the stream after that is of nobody who is signed in.
 */
export async function startDeletingProxy(upstream: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  let streams = 0;

  async function answer({ url = '/', headers: { authorization = '' } }: IncomingMessage, response: ServerResponse) {
    const isStream = url.startsWith('/actions/stream');
    if (isStream) streams += 1;
    else await fetch(upstream + url, { method: 'DELETE', headers: { authorization } });
    const signedIn = isStream && streams > 1 ? 'Bearer expired' : authorization;
    const { status, body } = await fetch(upstream + url, { headers: { authorization: signedIn } });
    response.writeHead(status, { 'content-type': status === 200 ? 'text/event-stream' : 'application/json' });
    for await (const chunk of body ?? []) {
      response.write(chunk);
      if (status === 200 && Buffer.from(chunk).includes('data:')) break;
    }
    response.end();
  }

  const server = createServer((request, response) => void answer(request, response));
  return { url: await listening(server), close: () => closed(server) };
}
