import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createLanguageModel, type LanguageModelOptions } from './create-language-model.ts';
import { createScriptedModelServer, type ScriptedAnswer, type ScriptedModelServer } from './testing/scripted-server.ts';

const Colour = z.strictObject({ colour: z.enum(['red', 'green']), certainty: z.number().min(0).max(1) });
const red = { colour: 'red', certainty: 1 };
const apiKey = 'sk-a-key-that-must-never-be-seen';
const question = { system: 'Name a colour.', user: '{"hint":"warm"}', schema: Colour, schemaName: 'colour' };

let server: ScriptedModelServer;
beforeAll(async () => {
  server = await createScriptedModelServer(() => ({ value: red }));
});
afterAll(() => server.close());

const model = (options: Partial<LanguageModelOptions> = {}) =>
  createLanguageModel({ apiKey, baseUrl: server.url, model: 'some-model', ...options });

function ask(answer: ScriptedAnswer, options: Partial<LanguageModelOptions> = {}) {
  server.plays(() => answer);
  return model(options).answer(question);
}

describe('an answer', () => {
  test('that fits the schema is the value', async () => {
    expect(await ask({ value: red })).toEqual({ outcome: 'answered', value: red });
  });

  test('may have space around it', async () => {
    expect(await ask({ content: `\n ${JSON.stringify(red)} \n` })).toEqual({ outcome: 'answered', value: red });
  });

  test.each([
    ['prose', 'Red, I would say.'],
    ['prose before JSON', `Sure! ${JSON.stringify(red)}`],
    ['prose after JSON', `${JSON.stringify(red)} Hope that helps.`],
    ['two objects', JSON.stringify(red).repeat(2)],
    ['two objects in two lines', `${JSON.stringify(red)}\n${JSON.stringify(red)}`],
    ['a list of objects', JSON.stringify([red])],
    ['a fence', `\`\`\`json\n${JSON.stringify(red)}\n\`\`\``],
    ['an unknown enum value', '{"colour":"blue","certainty":1}'],
    ['a number out of range', '{"colour":"red","certainty":7}'],
    ['a number as text', '{"colour":"red","certainty":"1"}'],
    ['a missing field', '{"colour":"red"}'],
    ['an extra field', '{"colour":"red","certainty":1,"run":"rm"}'],
    ['a bare word', 'RED!!'],
    ['JSON in a string', JSON.stringify(JSON.stringify(red))],
    ['null', 'null'],
    ['nothing', ''],
  ])('that is %s is invalid', async (_, content) => {
    expect((await ask({ content })).outcome).toBe('invalid');
  });

  test('that is cut off is invalid, even if it happens to parse', async () => {
    expect((await ask({ content: JSON.stringify(red), finishReason: 'length' })).outcome).toBe('invalid');
  });

  test('without a message text is invalid', async () => {
    expect((await ask({ content: null })).outcome).toBe('invalid');
  });

  test.each([
    ['no completion', '{"hello":"world"}'],
    ['no choices', '{"choices":[]}'],
    ['two choices', `{"choices":[${Array(2).fill('{"message":{"content":"{}"}}').join()}]}`],
    ['a list', '[]'],
  ])('with %s in it is invalid', async (_, body) => {
    expect((await ask({ status: 200, body })).outcome).toBe('invalid');
  });

  test('that refuses is a refusal', async () => {
    expect((await ask({ refusal: 'I cannot help with that.' })).outcome).toBe('refused');
    expect((await ask({ content: '', finishReason: 'content_filter' })).outcome).toBe('refused');
  });
});

describe('a server that fails', () => {
  test.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [429, 'rate_limited'],
    [400, 'unavailable'],
    [404, 'unavailable'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ] as const)('with %i is %s, asked once, and the key is in no message', async (status, outcome) => {
    const before = server.requests.length;
    const answer = await ask({
      status,
      body: JSON.stringify({ error: { message: `Incorrect API key provided: ${apiKey}` } }),
    });
    expect(answer).toMatchObject({ outcome, status });
    expect(JSON.stringify(answer)).not.toContain(apiKey);
    expect(server.requests.length).toBe(before + 1);
  });

  test('by cutting the connection is unavailable', async () => {
    expect((await ask({ cut: true })).outcome).toBe('unavailable');
  });

  test('with a body that is no JSON gives no answer', async () => {
    expect((await ask({ status: 200, body: '<html>' })).outcome).not.toBe('answered');
  });

  test('with a redirect is not followed, so the key goes nowhere else', async () => {
    const other = await createScriptedModelServer(() => ({ value: red }));
    const answer = await ask({ status: 307, headers: { location: `${other.url}/chat/completions` } });
    expect(answer.outcome).toBe('unavailable');
    expect(other.requests).toEqual([]);
    await other.close();
  });

  test('by not being there is unavailable', async () => {
    const gone = await createScriptedModelServer(() => ({ value: red }));
    await gone.close();
    expect((await ask({ value: red }, { baseUrl: gone.url })).outcome).toBe('unavailable');
  });

  test('by answering too much is unavailable, though the answer would be right', async () => {
    const body = JSON.stringify({ choices: [{ message: { content: JSON.stringify(red) } }] });
    expect((await ask({ status: 200, body: body + ' '.repeat(900_000) })).outcome).toBe('answered');
    expect((await ask({ status: 200, body: body + ' '.repeat(1_000_000) })).outcome).toBe('unavailable');
  });

  test('a key that cannot be sent is not repeated either', async () => {
    const answer = await ask({ value: red }, { apiKey: 'sk-bad\nkey' });
    expect(answer.outcome).toBe('unavailable');
    expect(JSON.stringify(answer)).not.toContain('sk-bad');
  });
});

describe('time', () => {
  const within = async (answer: ScriptedAnswer, signal?: AbortSignal) => {
    server.plays(() => answer);
    const start = performance.now();
    const { outcome } = await model({ deadlineMs: 150 }).answer({ ...question, ...(signal ? { signal } : {}) });
    return { outcome, inTime: performance.now() - start < 1_500 };
  };

  test('a late answer is a timeout', async () => {
    expect(await within({ afterMs: 5_000, answer: { value: red } })).toEqual({ outcome: 'timeout', inTime: true });
  });

  test('so is one whose body never ends', async () => {
    expect(await within({ trickle: ' '.repeat(1_000), everyMs: 20 })).toEqual({ outcome: 'timeout', inTime: true });
  });

  test('a caller that gives up is not kept waiting', async () => {
    expect(await within({ afterMs: 5_000, answer: { value: red } }, AbortSignal.timeout(20))).toEqual({
      outcome: 'unavailable',
      inTime: true,
    });
    expect(await within({ value: red }, AbortSignal.abort())).toEqual({ outcome: 'unavailable', inTime: true });
  });
});

describe('the request', () => {
  test('carries the key as bearer, the model, the data apart from the order, and the schema in both places', async () => {
    await ask({ value: red });
    const request = server.requests.at(-1);
    expect(request).toMatchObject({ authorization: `Bearer ${apiKey}`, model: 'some-model', user: question.user });
    expect(request?.system).toContain('Name a colour.');
    expect(request?.system).toContain('"certainty"');
    expect(request?.responseFormat).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'colour', strict: true },
    });
  });

  test('is repeated once without a response format for a server that does not know it, and then never with one', async () => {
    server.plays(({ responseFormat }) =>
      responseFormat
        ? { status: 400, body: '{"error":{"message":"response_format is not supported"}}' }
        : { value: red },
    );
    const old = model();
    const before = server.requests.length;
    expect((await old.answer(question)).outcome).toBe('answered');
    expect((await old.answer(question)).outcome).toBe('answered');
    expect(server.requests.slice(before).map(({ responseFormat }) => responseFormat !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
