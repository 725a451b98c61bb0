import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { listening } from '@intexuraos/testing';
import { afterEach, expect, test } from '@jest/globals';
import { plainFetch } from './plain-answers.ts';

let server: Server;
afterEach(() => void server.close());

/** A token endpoint that answers so, and what it was sent. */
async function tokenEndpoint(body: string, type = 'application/json') {
  const received: { type: string | undefined; body: string }[] = [];
  server = createServer((request, response) => {
    void text(request).then((sent) => {
      received.push({ type: request.headers['content-type'], body: sent });
      response.writeHead(200, { 'content-type': type }).end(body);
    });
  });
  return { url: `${await listening(server)}/token`, received };
}

const form = () => ({ method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token' }) });

test('Slack’s no inside a 200 is a no, and a worthless token is one in the words of the standard', async () => {
  const worthless = await tokenEndpoint('{"ok": false, "error": "invalid_refresh_token"}');
  const answer = await plainFetch('form')(worthless.url, form());
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_grant' }]);
  server.close();
  const other = await tokenEndpoint('{"ok": false, "error": "bad_client_secret"}');
  expect(await (await plainFetch('form')(other.url, form())).json()).toEqual({ error: 'bad_client_secret' });
});

test('other answers go through as they came', async () => {
  const { url } = await tokenEndpoint('{"access_token": "a"}');
  const answer = await plainFetch('form')(url, form());
  expect([answer.status, await answer.json()]).toEqual([200, { access_token: 'a' }]);
  server.close();
  const broken = await tokenEndpoint('{"access_token"');
  expect(await (await plainFetch('form')(broken.url, form())).text()).toBe('{"access_token"');
});

test('where a provider takes JSON, it gets JSON', async () => {
  const { url, received } = await tokenEndpoint('{}');
  await plainFetch('json')(url, form());
  expect(received).toEqual([{ type: 'application/json', body: '{"grant_type":"refresh_token"}' }]);
});

test('what a provider says to be null is absent, as in the standard', async () => {
  const nulls = await tokenEndpoint('{"access_token": "t", "refresh_token": null, "owner": {"user": null}}');
  expect(await (await plainFetch('form')(nulls.url, form())).json()).toEqual({ access_token: 't', owner: {} });
});
