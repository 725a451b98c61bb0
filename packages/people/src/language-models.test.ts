import { createServer } from 'node:http';
import { createNeighbours } from '@intexuraos/internal-clients';
import { silentLogger } from '@intexuraos/kernel';
import { createScriptedModelServer } from '@intexuraos/llm/scripted-server';
import { closed, createManualClock, listening } from '@intexuraos/testing';
import { afterEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createLanguageModels } from './language-models.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Anna {
  keys: readonly { readonly provider: string; readonly apiKey: string; readonly baseUrl?: string }[];
  /** Null: her settings cannot be had. */
  defaultModel: string | null;
}

/** Anna as user-service tells of her, and whoever asks for her language model. */
async function served(anna: Anna) {
  const people = createServer((request, response) => {
    const settings = { userId: 'anna', timeZone: 'UTC', language: 'en', llmPreferences: anna };
    const isSettings = request.url?.endsWith('/settings') ?? false;
    const data = isSettings ? settings : { keys: anna.keys };
    response.writeHead(isSettings && anna.defaultModel === null ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ success: true, data }));
  });
  const urls = { INTEXURAOS_USER_SERVICE_URL: await listening(people) };
  const neighbours = createNeighbours({ urls, internalAuthToken: 'internal' });
  closing.push(
    () => closed(people),
    () => neighbours.close(),
  );
  const clock = createManualClock(0);
  const options = { clock, log: silentLogger, loopbackAllowed: true };
  return { clock, languageModelOf: createLanguageModels(neighbours.connect, options) };
}

async function modelServer() {
  const server = await createScriptedModelServer(() => ({ value: {} }));
  closing.push(() => server.close());
  return server;
}

const question = { system: 's', user: 'u', schema: z.object({}), schemaName: 'nothing' };

test('the key of the provider that the person chose is sent to that provider, and no other', async () => {
  const [one, other] = [await modelServer(), await modelServer()];
  const { languageModelOf } = await served({
    keys: [
      { provider: 'one', apiKey: 'sk-one', baseUrl: one.url },
      { provider: 'other', apiKey: 'sk-other', baseUrl: other.url },
    ],
    defaultModel: 'other/wise-1',
  });
  const access = await languageModelOf('anna');
  if (access.outcome === 'found') await access.model.answer(question);
  expect(one.requests).toEqual([]);
  expect(other.requests).toMatchObject([{ model: 'wise-1', authorization: 'Bearer sk-other' }]);
});

test('a key without an address, whose provider has none of its own, is sent nowhere', async () => {
  const { languageModelOf } = await served({
    keys: [{ provider: 'anthropic', apiKey: 'sk-ant' }],
    defaultModel: 'claude',
  });
  expect(await languageModelOf('anna')).toEqual({ outcome: 'no_key' });
});

test('while the choice cannot be had, no provider is asked in the place of the chosen one', async () => {
  const { languageModelOf } = await served({
    keys: [{ provider: 'openai', apiKey: 'sk-openai' }],
    defaultModel: null,
  });
  expect(await languageModelOf('anna')).toEqual({ outcome: 'failed' });
});

test('a deleted key is forgotten within five seconds', async () => {
  const anna: Anna = { keys: [{ provider: 'openai', apiKey: 'sk-openai' }], defaultModel: 'gpt-5' };
  const { clock, languageModelOf } = await served(anna);
  expect(await languageModelOf('anna')).toMatchObject({ outcome: 'found', model: { name: 'gpt-5' } });
  anna.keys = [];
  await clock.advance(5_000);
  expect(await languageModelOf('anna')).toEqual({ outcome: 'no_key' });
});
