import { systemClock } from '@intexuraos/kernel';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { createVault } from '@intexuraos/vault';
import { expect, test } from '@jest/globals';
import { createLlmKeys } from './llm-keys.ts';

const old = { id: 'k1', key: Buffer.alloc(32, 1) };
const fresh = { id: 'k2', key: Buffer.alloc(32, 2) };
const people = ['anna', 'boris', 'chen'];

test('keys are put under a new master key, a few at a time, and then the old one can go', async () => {
  const store = createMemoryStore({ clock: systemClock });
  const before = createLlmKeys(store, createVault({ keks: [old] }));
  for (const userId of people)
    await before.save(userId, { provider: 'openai', apiKey: `sk-${userId}`, baseUrl: null }, 1);
  expect(await before.rewrap(2)).toBe(0);

  const during = createLlmKeys(store, createVault({ keks: [fresh, old] }));
  expect([await during.rewrap(2), await during.rewrap(2), await during.rewrap(2)]).toEqual([2, 1, 0]);

  const after = createLlmKeys(store, createVault({ keks: [fresh] }));
  for (const userId of people) expect(await after.open(userId)).toMatchObject([{ apiKey: `sk-${userId}` }]);
});
