import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Stands before the product and edits an action's title just before somebody else's change of it arrives. */
export async function startEditingProxy(upstream: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void pass(upstream, request).then(async (answer) =>
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pass(upstream: string, request: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '/', headers } = request;
  const { authorization = '', 'if-match': ifMatch } = headers;
  const own = { authorization, 'content-type': 'application/json' };
  const body = method === 'GET' ? {} : { body: await text(request) };
  if (method === 'PATCH') await fetch(upstream + url, { method, headers: own, body: '{"title":"Something else"}' });
  return fetch(upstream + url, { method, headers: { ...own, ...(ifMatch && { 'if-match': ifMatch }) }, ...body });
}
