import { expect, test } from '@jest/globals';
import { chooseKey } from './choose-key.ts';

const openai = { provider: 'openai', apiKey: 'sk-1', baseUrl: 'https://api.openai.com/v1' };
const plain = { provider: 'openai', apiKey: 'sk-1' };
const groq = { provider: 'groq', apiKey: 'gk-1', baseUrl: 'https://api.groq.example/v1' };
const homeless = { provider: 'anthropic', apiKey: 'ak-1' };

test.each([
  [[plain, groq], 'groq/llama-4', groq, 'llama-4'],
  [[plain, groq], 'openai/gpt-5', openai, 'gpt-5'],
  [[groq, plain], 'gpt-5', openai, 'gpt-5'],
  [[groq, plain], undefined, openai, undefined],
  [[groq], 'meta/llama-4', groq, 'meta/llama-4'],
  [[groq], 'groq/meta/llama-4', groq, 'meta/llama-4'],
  [[homeless, groq], 'anthropic/opus', groq, 'anthropic/opus'],
])('of %j, "%s" means one key and one model', (keys, choice, key, model) => {
  expect(chooseKey(keys, choice)).toEqual({ key, model });
});

test('a key whose provider has no address here is not sent anywhere', () => {
  expect(chooseKey([homeless], 'anthropic/opus')).toBeNull();
  expect(chooseKey([], 'gpt-5')).toBeNull();
});
