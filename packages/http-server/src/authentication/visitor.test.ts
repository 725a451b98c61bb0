import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startToyServer, type ToyServer } from '../testing/start-toy-server.ts';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({ failuresPerMinute: 1 });
});
afterAll(() => server.close());

const visit = (headers: Readonly<Record<string, string>>) =>
  server.call({ method: 'POST', path: '/shop-window', headers });

test('a visitor is somebody with a token, and nobody without one', async () => {
  expect((await visit(await server.user({ sub: 'olga' }))).json).toEqual({ success: true, data: { visitor: 'olga' } });
  expect((await visit({})).json).toEqual({ success: true, data: { visitor: null } });
});

test('a wrong token does not make a visitor nobody, and who keeps trying has to wait', async () => {
  server.toy.handled.length = 0;
  const replies = [await visit({ authorization: 'Bearer a.b.c' }), await visit({ authorization: 'Bearer a.b.c' })];
  expect([...replies.map(({ status }) => status), server.toy.handled]).toEqual([401, 429, []]);
});
