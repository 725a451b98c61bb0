import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';

/** Stands before the product and edits an action's title just before somebody else's change of it arrives. */
export async function startEditingProxy(upstream: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void pass(upstream, request).then(async (answer) =>
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()),
    );
  });
  return { url: await listening(server), close: () => closed(server) };
}

async function pass(upstream: string, request: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '/', headers } = request;
  const { authorization = '', 'if-match': ifMatch } = headers;
  const own = { authorization, 'content-type': 'application/json' };
  const body = method === 'GET' ? {} : { body: await text(request) };
  if (method === 'PATCH') await fetch(upstream + url, { method, headers: own, body: '{"title":"Something else"}' });
  return fetch(upstream + url, { method, headers: { ...own, ...(ifMatch && { 'if-match': ifMatch }) }, ...body });
}
