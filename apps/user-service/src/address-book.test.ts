import { createNeighbours } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import { afterEach, describe, expect, test } from '@jest/globals';
import { internalSecret, type Served, serve, storeNames } from './testing/serve.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const path = '/me/address-book';
const ana = { name: 'Ana', address: 'ana@example.com' };

describe.each(storeNames)('an address book, kept in %s', (storeName) => {
  async function served(): Promise<Served> {
    const running = await serve(storeName);
    closing.push(() => running.close());
    return running;
  }
  const bookOf = async (app: Served, userId = 'anna') => (await app.as(userId, 'GET', path)).data;

  test('begins empty, and has what was written into it, by name, for its person alone', async () => {
    const app = await served();
    expect(await bookOf(app)).toEqual({ entries: [] });
    await app.as('anna', 'POST', path, { name: 'Zoë', address: 'zoe@example.com' });
    await app.as('anna', 'POST', path, ana);
    expect(await bookOf(app)).toMatchObject({ entries: [ana, { name: 'Zoë' }] });
    expect(await bookOf(app, 'boris')).toEqual({ entries: [] });
  });

  test('has one address for each name, the newest', async () => {
    const app = await served();
    await app.as('anna', 'POST', path, ana);
    await app.as('anna', 'POST', path, { name: 'ANA', address: 'ana@example.org' });
    expect(await bookOf(app)).toEqual({
      entries: [{ id: expect.any(String), name: 'ANA', address: 'ana@example.org' }],
    });
  });

  test('forgets whom it shall, once', async () => {
    const app = await served();
    const { data } = await app.as('anna', 'POST', path, ana);
    const { id } = (data as { entry: { id: string } }).entry;
    expect((await app.as('boris', 'DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await app.as('anna', 'DELETE', `${path}/${id}`)).status).toBe(200);
    expect((await app.as('anna', 'DELETE', `${path}/${id}`)).status).toBe(404);
  });

  test('is read by our other services', async () => {
    const app = await served();
    await app.as('anna', 'POST', path, ana);
    const urls = { [userService.urlEnv]: app.url };
    const line = createNeighbours({ urls, internalAuthToken: internalSecret });
    closing.push(() => line.close());
    expect(await line.connect(userService).addressBook('anna')).toMatchObject({
      kind: 'answered',
      data: { entries: [ana] },
    });
  });
});

test.each([
  [{ name: ' ', address: 'ana@example.com' }, 'expected a name'],
  [{ name: 'Ana', address: 'ana' }, 'expected an address like'],
  [{ name: 'Ana', address: 'ana@example.com\r\nBcc: all@example.com' }, 'expected an address like'],
  [{ name: 'Ana' }, 'address'],
])('%j is refused', async (entry, problem) => {
  const app = await serve();
  closing.push(() => app.close());
  const { status, error } = await app.as('anna', 'POST', path, entry);
  expect([status, JSON.stringify(error)]).toEqual([422, expect.stringContaining(problem)]);
});
