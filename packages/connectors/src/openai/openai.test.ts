import { describe, expect, test } from '@jest/globals';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation, createDirectCalls } from '../testing/direct-calls.ts';
import { openai } from './index.ts';
import { serveOpenAi } from './testing/stand-in.ts';

describeConnector({
  connector: openai,
  serve: () => serveOpenAi(),
  credentials: () => ({ apiKey: 'canary-openai-key' }),
  samples: {
    generate_text: { input: { prompt: 'Say hello' }, bad: { prompt: 'Say hello', api: 'completions' } },
  },
});

const bind = (payload: object) => bindOperation(openai, 'generate_text', payload);

describe('OpenAI', () => {
  const open = createDirectCalls(({ url }) => ({ apiKey: 'canary-openai-key', baseUrl: url }), { model: 'usual' });

  test.each(['responses', 'chat_completions'])('over %s it answers, and tells what it used', async (api) => {
    const { call } = await open(serveOpenAi());
    expect(await bind({ prompt: 'hello', api }).run(call)).toEqual({
      text: 'HELLO',
      model: 'usual',
      finish: 'completed',
      usage: { input_tokens: 7, output_tokens: 3, total_tokens: 10 },
    });
  });

  test.each(['responses', 'chat_completions'])('over %s an answer that was cut off says so', async (api) => {
    const { call } = await open(serveOpenAi());
    expect(await bind({ prompt: 'hello', model: 'short', api }).run(call)).toMatchObject({
      finish: 'max_output_tokens',
    });
  });

  test.each(['responses', 'chat_completions'])('over %s a model may say no', async (api) => {
    const { call } = await open(serveOpenAi());
    expect(await bind({ prompt: 'hello', model: 'shy', api }).run(call)).toMatchObject({
      text: 'I would rather not.',
      finish: 'refusal',
    });
  });

  test('the key goes to the server that it stands beside, whatever the configuration says', async () => {
    const { standIn, call } = await open(serveOpenAi());
    await bind({ prompt: 'hello' }).run({ ...call, apiUrl: 'https://elsewhere.example' });
    expect(standIn.calls()).toBe(1);
  });

  test('instructions come before the prompt', async () => {
    const { call } = await open(serveOpenAi());
    const chat = bind({ prompt: 'hello', instructions: 'be brief', api: 'chat_completions' });
    expect(await chat.run(call)).toMatchObject({ text: 'BE BRIEF / HELLO' });
  });

  test('a server that counts nothing is believed', async () => {
    const { call } = await open(serveOpenAi());
    const chat = bind({ prompt: 'hello', model: 'silent', api: 'chat_completions' });
    expect(await chat.run(call)).toMatchObject({ text: 'HELLO', usage: null });
  });

  test('an account without money is not asked again', async () => {
    const { call } = await open(serveOpenAi());
    await expect(bind({ prompt: 'hello', model: 'poor' }).run(call)).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      meaning: { happened: 'no', again: false },
    });
  });

  test('a failure inside a good answer is one', async () => {
    const { call } = await open(serveOpenAi());
    await expect(bind({ prompt: 'hello', model: 'broken' }).run(call)).rejects.toMatchObject({
      code: 'PLATFORM_ERROR',
    });
  });

  test('the environment may hold the key', () => {
    expect(openai.defaultVariables).toEqual(['OPENAI_API_KEY']);
    expect(openai.readDefaults({ OPENAI_API_KEY: 'canary-openai-key' })).toEqual({ apiKey: 'canary-openai-key' });
    expect(openai.readDefaults({})).toBeNull();
    expect(openai.simulateVariable).toBe('OPENAI_API_SIMULATE');
  });

  test('shows what is asked, and how much it may become', () => {
    expect(bind({ prompt: 'hello', model: 'usual', max_output_tokens: 100 }).facts).toEqual([
      { label: 'Model', value: 'usual' },
      { label: 'Prompt', value: 'hello' },
      { label: 'At most', value: '100 tokens' },
    ]);
  });

  test.each(['ftp://models.example/v1', 'models.example'])('%s is no address of an API', (baseUrl) => {
    expect(openai.credentialProblems({ apiKey: 'canary-openai-key', baseUrl })).toEqual([
      { path: 'baseUrl', message: 'expected an address like https://api.openai.com/v1' },
    ]);
  });
});
