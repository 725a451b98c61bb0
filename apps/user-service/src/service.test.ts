import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNeighbours } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import { afterEach, describe, expect, test } from '@jest/globals';
import { llmKeyDocuments } from './adapters/documents/llm-key-collection.ts';
import { internalSecret, type Served, serve, storeNames } from './testing/serve.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function served(...args: Parameters<typeof serve>): Promise<Served> {
  const running = await serve(...args);
  closing.push(() => running.close());
  return running;
}
function clientOf({ url }: Served) {
  const neighbours = createNeighbours({
    urls: { INTEXURAOS_USER_SERVICE_URL: url },
    internalAuthToken: internalSecret,
  });
  closing.push(() => neighbours.close());
  return neighbours.connect(userService);
}
const canary = 'sk-canary-0123456789abcdef';
const key = '/users/me/llm-keys/openai';

describe.each(storeNames)('people, kept in %s', (storeName) => {
  test('somebody new has the defaults, and reading them writes nothing', async () => {
    const app = await served(storeName, { INTEXURAOS_DEFAULT_TIME_ZONE: 'Europe/Warsaw' });
    expect(await app.as('anna', 'GET', '/users/me')).toMatchObject({
      status: 200,
      data: { userId: 'anna', timeZone: 'Europe/Warsaw', language: 'en', phone: null },
    });
    expect(await clientOf(app).contactOf('anna')).toEqual({ kind: 'answered', data: null });
  });

  test('a change stays, what is not named stays too, and services see it', async () => {
    const app = await served(storeName);
    await app.as('auth0|anna', 'PATCH', '/users/me', { timeZone: 'Asia/Tokyo' });
    await app.as('auth0|anna', 'PATCH', '/users/me', { llmPreferences: { defaultModel: 'gpt-5-mini' } });
    expect(await clientOf(app).settings('auth0|anna')).toEqual({
      kind: 'answered',
      data: {
        userId: 'auth0|anna',
        timeZone: 'Asia/Tokyo',
        language: 'en',
        llmPreferences: { defaultModel: 'gpt-5-mini' },
      },
    });
    expect(await app.as('boris', 'GET', '/users/me')).toMatchObject({ data: { timeZone: 'UTC' } });
  });

  test('three changes at once are all kept', async () => {
    const app = await served(storeName);
    const changes = [{ timeZone: 'Asia/Tokyo' }, { language: 'ja' }, { llmPreferences: { defaultModel: 'm' } }];
    const replies = await Promise.all(changes.map((change) => app.as('anna', 'PATCH', '/users/me', change)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await app.as('anna', 'GET', '/users/me')).toMatchObject({
      data: { timeZone: 'Asia/Tokyo', language: 'ja', llmPreferences: { defaultModel: 'm' } },
    });
  });

  test('a person is found by WhatsApp id first, then by phone, however it is written', async () => {
    const app = await served(storeName);
    await app.service.ensurePerson({ userId: 'anna', phone: '+48123456789', bsuid: 'PL.1' });
    await app.service.ensurePerson({ userId: 'boris', phone: '+4915112345678' });
    const client = clientOf(app);
    const anna = { kind: 'answered', data: { userId: 'anna', phone: '+48123456789', bsuid: 'PL.1' } };
    expect(await client.findByWhatsApp({ phone: '48123456789' })).toEqual(anna);
    expect(await client.findByWhatsApp({ phone: '+48 123-456-789' })).toEqual(anna);
    expect(await client.findByWhatsApp({ bsuid: 'PL.1', phone: '4915112345678' })).toEqual(anna);
    expect(await client.findByWhatsApp({ bsuid: 'PL.2', phone: '4915112345678' })).toMatchObject({
      data: { userId: 'boris' },
    });
    expect(await client.findByWhatsApp({ phone: '+1 555' })).toEqual({ kind: 'answered', data: null });
    expect(await client.contactOf('boris')).toEqual({ kind: 'answered', data: { phone: '+4915112345678' } });
  });

  test('whoever has got a person’s old number, with a WhatsApp id of their own, is not that person', async () => {
    const app = await served(storeName);
    await app.service.ensurePerson({ userId: 'anna', phone: '+48123456789', bsuid: 'PL.1' });
    expect(await clientOf(app).findByWhatsApp({ bsuid: 'PL.9', phone: '48123456789' })).toEqual({
      kind: 'answered',
      data: null,
    });
  });

  test('making a person twice, or five times at once, makes one and changes nothing', async () => {
    const app = await served(storeName);
    const people = await Promise.all(
      ['UTC', 'Asia/Tokyo', 'Europe/Warsaw', 'UTC', 'UTC'].map((timeZone) =>
        app.service.ensurePerson({ userId: 'anna', timeZone, phone: '+48123456789' }),
      ),
    );
    expect(new Set(people.map(({ timeZone }) => timeZone)).size).toBe(1);
    expect(await app.service.ensurePerson({ userId: 'anna', language: 'pl' })).toEqual(people[0]);
  });

  test('a phone belongs to one person, and is free again when it is given up', async () => {
    const app = await served(storeName);
    await app.service.ensurePerson({ userId: 'anna', phone: '+48123456789' });
    await expect(app.service.ensurePerson({ userId: 'boris', phone: '+48123456789' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const contact = '/internal/users/boris/contact';
    expect(await app.internally('PUT', contact, { phone: '48123456789' })).toMatchObject({ status: 409 });
    expect(await clientOf(app).findByWhatsApp({ phone: '48123456789' })).toMatchObject({ data: { userId: 'anna' } });
    await app.internally('PUT', '/internal/users/anna/contact', { bsuid: 'PL.1' });
    expect(await app.internally('PUT', contact, { phone: '48123456789' })).toMatchObject({ status: 200 });
    expect(await clientOf(app).findByWhatsApp({ phone: '48123456789' })).toMatchObject({ data: { userId: 'boris' } });
  });
});

describe.each(storeNames)('language-model keys, kept in %s', (storeName) => {
  test('a key goes in once and comes out for services only', async () => {
    const app = await served(storeName);
    const saved = await app.as('anna', 'PUT', key, { apiKey: canary, baseUrl: 'https://llm.example.com/v1/' });
    expect(saved).toMatchObject({
      status: 200,
      data: { key: { provider: 'openai', lastFour: 'cdef', baseUrl: 'https://llm.example.com/v1', lastUsedAt: null } },
    });
    expect(await clientOf(app).llmKeys('anna')).toEqual({
      kind: 'answered',
      data: { keys: [{ provider: 'openai', apiKey: canary, baseUrl: 'https://llm.example.com/v1' }] },
    });
    const shown = [await app.as('anna', 'GET', key), await app.as('anna', 'GET', '/users/me/llm-keys'), saved];
    expect(JSON.stringify(shown)).not.toContain('canary');
  });

  test("nobody sees, changes or deletes somebody else's", async () => {
    const app = await served(storeName);
    await app.as('anna', 'PUT', key, { apiKey: canary });
    const unknown = await app.as('boris', 'GET', '/users/me/llm-keys/never-was');
    const foreign = await app.as('boris', 'GET', key);
    expect(foreign).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    expect({ ...foreign.error, requestId: '' }).toEqual({ ...unknown.error, requestId: '' });
    expect(await app.as('boris', 'DELETE', key)).toMatchObject({ status: 404 });
    expect(await app.as('boris', 'GET', '/users/me/llm-keys')).toMatchObject({ data: { keys: [] } });
    expect(await app.as('anna', 'GET', key)).toMatchObject({ status: 200 });
  });

  test('a record that is copied to another person does not open, and the answer says nothing of it', async () => {
    const app = await served(storeName);
    await app.as('anna', 'PUT', key, { apiKey: canary });
    await copyKey(app, 'anna', 'mallory');
    const reply = await app.internally('GET', '/internal/users/mallory/llm-keys');
    expect(reply).toMatchObject({ status: 500, error: { code: 'INTERNAL_ERROR' } });
    expect(JSON.stringify(reply)).not.toContain('canary');
  });

  test('a key that was kept without the address it needs stays in the vault', async () => {
    const app = await served(storeName);
    const theirs = { apiKey: canary, baseUrl: 'https://llm.example.com/v1' };
    await app.as('anna', 'PUT', '/users/me/llm-keys/anthropic', theirs);
    await forgetAddress(app, 'anna');
    await app.as('anna', 'PUT', key, { apiKey: 'sk-of-openai' });
    expect(await clientOf(app).llmKeys('anna')).toEqual({
      kind: 'answered',
      data: { keys: [{ provider: 'openai', apiKey: 'sk-of-openai' }] },
    });
  });

  test('a use is noted, a deleted key stays deleted', async () => {
    const app = await served(storeName);
    await app.as('anna', 'PUT', key, { apiKey: canary });
    expect(await clientOf(app).llmKeyUsed('anna', 'openai')).toEqual({ kind: 'answered', data: {} });
    expect(await app.as('anna', 'GET', key)).toMatchObject({ data: { key: { lastUsedAt: expect.any(String) } } });
    expect(await app.as('anna', 'DELETE', key)).toMatchObject({ status: 200, data: {} });
    expect(await clientOf(app).llmKeyUsed('anna', 'openai')).toMatchObject({ kind: 'failed', code: 'NOT_FOUND' });
    expect(await app.as('anna', 'DELETE', key)).toMatchObject({ status: 404 });
    expect(await clientOf(app).llmKeys('anna')).toEqual({ kind: 'answered', data: { keys: [] } });
  });
});

test('the key is nowhere in the files', async () => {
  const app = await served('SQLite');
  await app.as('anna', 'PUT', key, { apiKey: canary });
  const files = readdirSync(app.folder).map((name) => readFileSync(join(app.folder, name)).toString('latin1'));
  expect(files.join()).toContain('anna');
  expect(files.join()).not.toContain(canary);
  expect(files.join()).not.toContain(Buffer.from(canary).toString('base64').slice(0, 16));
});

describe('what is refused', () => {
  test.each([
    [{ phone: '+48123456789' }],
    [{ userId: 'boris' }],
    [{ timeZone: 'Mars/Olympus' }],
    [{ timeZone: '+01:00' }],
    [{ language: 'not a language' }],
    [{ language: 'xx' }],
    [{ autoApprovalRules: [] }],
    [{}],
  ])('changing oneself to %j', async (change) => {
    const app = await served();
    expect(await app.as('anna', 'PATCH', '/users/me', change)).toMatchObject({ status: 422 });
  });

  test.each([
    ['http://llm.example.com/v1', 'expected https'],
    ['http://127.0.0.1:11434/v1', 'expected https'],
    ['https://169.254.169.254/', 'expected a public host name'],
    ['https://2130706433/', 'expected a public host name'],
    ['https://[::ffff:10.0.0.1]/', 'expected a public host name'],
    ['https://metadata.google.internal/', 'expected a public host name'],
    ['https://localhost/', 'expected a public host name'],
    ['https://anna:pw@llm.example.com/', 'expected a URL without user and password'],
    ['https://llm.example.com:22/', 'expected port 443 or 8443'],
    ['file:///etc/passwd', 'expected https'],
    ['nonsense', 'expected a URL'],
  ])('a key for %s', async (baseUrl, message) => {
    const app = await served();
    expect(await app.as('anna', 'PUT', key, { apiKey: canary, baseUrl })).toMatchObject({
      status: 422,
      error: { details: [{ path: 'baseUrl', message }] },
    });
  });

  test('a key of another provider that does not say where to send it', async () => {
    const app = await served();
    expect(await app.as('anna', 'PUT', '/users/me/llm-keys/anthropic', { apiKey: canary })).toMatchObject({
      status: 422,
      error: { details: [{ path: 'baseUrl', message: expect.stringContaining('the address of anthropic') }] },
    });
    expect(await app.as('anna', 'GET', '/users/me/llm-keys')).toMatchObject({ data: { keys: [] } });
  });

  test('a key that could not be a header', async () => {
    const app = await served();
    expect(await app.as('anna', 'PUT', key, { apiKey: 'sk\r\nX-Evil: 1' })).toMatchObject({ status: 422 });
  });

  test('a model on the machine itself, unless the machine is the person’s own', async () => {
    const app = await served('memory', { INTEXURAOS_LLM_LOOPBACK_URLS: 'true' });
    const local = { apiKey: 'none', baseUrl: 'http://localhost:11434/v1' };
    expect(await app.as('anna', 'PUT', '/users/me/llm-keys/ollama', local)).toMatchObject({
      status: 200,
      data: { key: { lastFour: '' } },
    });
    expect(await app.as('anna', 'PUT', key, { ...local, baseUrl: 'http://10.0.0.1/' })).toMatchObject({ status: 422 });
  });
});

const keysOf = ({ store }: Served, userId: string) =>
  store.query(llmKeyDocuments, { where: { userId }, orderBy: { field: 'provider', direction: 'ascending' }, limit: 1 });

async function copyKey(app: Served, from: string, to: string) {
  const page = await keysOf(app, from);
  const data = { ...page.docs[0]?.data, userId: to };
  await app.store.commit([{ kind: 'put', collection: llmKeyDocuments, id: `copy-for-${to}`, data }]);
}

/** As keys could be kept before each needed to say where it goes. */
async function forgetAddress(app: Served, userId: string) {
  for (const { id, data } of (await keysOf(app, userId)).docs)
    await app.store.commit([{ kind: 'put', collection: llmKeyDocuments, id, data: { ...data, baseUrl: null } }]);
}
