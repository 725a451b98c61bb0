import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '@intexuraos/http-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { composeAllInOne } from '../compose.ts';
import { readAllInOneConfig } from '../config.ts';
import { freePort } from '../reliability/testing/harness/free-port.ts';
import { until } from '../reliability/testing/harness/until.ts';

const Local = z.object({ userToken: z.string() });
const Message = z.object({ wamid: z.string(), text: z.string() });
const Listed = z.object({
  messages: z.array(Message).default([]),
  actions: z.array(z.object({ type: z.string(), title: z.string(), commandId: z.string() })).default([]),
  items: z.array(z.object({ title: z.string() })).default([]),
});

/** The whole product in this process, with its clock, and the phone of the local person. */
async function startHouse() {
  const dataDir = mkdtempSync(join(tmpdir(), 'commands-'));
  const port = await freePort();
  const config = readAllInOneConfig({ PORT: String(port), INTEXURAOS_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const { services, listenOptions, started, close } = await composeAllInOne(config);
  const server = await listen(services, { ...listenOptions, port });
  await started?.(server);
  const { userToken } = Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  const headers = { authorization: `Bearer ${userToken}`, 'content-type': 'application/json' };
  return {
    get: async (path: string) => {
      const answer = await fetch(server.url + path, { headers });
      return z.object({ data: Listed }).parse(await answer.json()).data;
    },
    write: (text: string, more: object = {}) =>
      fetch(`${server.url}/simulator/whatsapp/reply`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ text, ...more }),
      }),
    async close() {
      await server.close();
      await close?.();
      rmSync(dataDir, { recursive: true });
    },
  };
}

let house: Awaited<ReturnType<typeof startHouse>>;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

const heard = (text: string) =>
  until(`a message with "${text}"`, async () => {
    const { messages } = await house.get('/simulator/whatsapp/messages');
    return messages.find((message) => message.text.includes(text)) ?? null;
  });

test('a note that is written in a chat is asked about, and there after a yes', async () => {
  await house.write('note: call the plumber about the leak');
  const ask = await heard('Save a note?');
  expect(ask.text).toContain('call the plumber about the leak');
  await house.write('yes', { quotedWamid: ask.wamid });
  await heard('Done');
  const { actions } = await house.get('/actions');
  expect(actions).toMatchObject([{ type: 'note', commandId: expect.stringMatching(/^whatsapp:wamid\./) }]);
  expect((await house.get('/items?kind=note')).items).toMatchObject([{ title: 'call the plumber about the leak' }]);
});

test('a greeting in the chat is answered there, and becomes no action', async () => {
  const before = (await house.get('/actions')).actions.length;
  await house.write('thanks!');
  await house.write('Hello');
  await heard('Hello! Write me what you want');
  expect((await house.get('/actions')).actions).toHaveLength(before);
});
