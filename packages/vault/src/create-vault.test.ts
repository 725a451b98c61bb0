import { randomBytes } from 'node:crypto';
import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { createVault, type SealedFor, type SealedRecord, type Vault } from './index.ts';

const kek = (id: string) => ({ id, key: randomBytes(32) });
const anna: SealedFor = { userId: 'auth0|anna', connector: 'openai', accountId: 'default', schema: 'llm-key.v1' };
const canary = 'sk-canary-5e1f0b7a';

const unopenable = { name: 'AppError', code: 'INTERNAL_ERROR', message: 'A stored secret could not be opened' };

test('what was sealed opens again, byte for byte', async () => {
  const vault = createVault({ keks: [kek('k1')] });
  for (const secret of ['', canary, 'ключ 🔑', 'x'.repeat(100_000)])
    expect(await vault.open(await vault.seal(secret, anna), anna)).toBe(secret);
});

test('a record shows nothing of the secret', async () => {
  const record = await createVault({ keks: [kek('k1')] }).seal(canary, anna);
  const bytes = Object.values(record).map((field) => Buffer.from(String(field), 'base64').toString('latin1'));
  expect([JSON.stringify(record), ...bytes].join()).not.toContain('canary');
});

describe('a record opens only as it was sealed', () => {
  test('every single flipped bit of every binary field is noticed', async () => {
    const vault = createVault({ keks: [kek('k1')] });
    const record = await vault.seal(canary, anna);
    for (const field of ['wrappedDek', 'iv', 'tag', 'ct'] as const)
      for (const changed of everyBitFlipped(record[field]))
        await expect(vault.open({ ...record, [field]: changed }, anna)).rejects.toMatchObject(unopenable);
  });

  test.each<[string, Partial<SealedFor>]>([
    ['another person', { userId: 'auth0|boris' }],
    ['another connector', { connector: 'anthropic' }],
    ['another account', { accountId: 'work' }],
    ['another schema', { schema: 'llm-key.v2' }],
  ])('%s is refused', async (_, other) => {
    const vault = createVault({ keks: [kek('k1')] });
    const record = await vault.seal(canary, anna);
    await expect(vault.open(record, { ...anna, ...other })).rejects.toMatchObject(unopenable);
  });

  test('the separator inside an id cannot move the border between two facts', async () => {
    const vault = createVault({ keks: [kek('k1')] });
    const record = await vault.seal(canary, { ...anna, userId: 'a|b', connector: 'c' });
    await expect(vault.open(record, { ...anna, userId: 'a', connector: 'b|c' })).rejects.toMatchObject(unopenable);
  });

  test('parts of two records of the same person cannot be mixed', async () => {
    const vault = createVault({ keks: [kek('k1')] });
    const [one, two] = [await vault.seal('one', anna), await vault.seal('two', anna)];
    await expect(vault.open({ ...one, wrappedDek: two.wrappedDek }, anna)).rejects.toMatchObject(unopenable);
    await expect(vault.open({ ...one, ct: two.ct }, anna)).rejects.toMatchObject(unopenable);
  });

  test('a shortened tag, which is easier to forge, is refused', async () => {
    const vault = createVault({ keks: [kek('k1')] });
    const record = await vault.seal(canary, anna);
    const short = Buffer.from(record.tag, 'base64').subarray(0, 4).toString('base64');
    await expect(vault.open({ ...record, tag: short }, anna)).rejects.toMatchObject(unopenable);
  });

  test('the error holds neither the secret nor the record', async () => {
    const vault = createVault({ keks: [kek('k1')] });
    const record = await vault.seal(canary, anna);
    const error: unknown = await vault.open({ ...record, tag: 'not base64!' }, anna).catch((e: unknown) => e);
    const shown = error instanceof Error ? `${error.message} ${String(error.cause)} ${error.stack}` : '';
    expect(shown).toContain('could not be opened');
    expect(shown).not.toContain(record.ct);
  });
});

test('no two of 20,000 writes of the same secret share an IV, a data key or a ciphertext', async () => {
  const vault = createVault({ keks: [kek('k1')] });
  const records = await Promise.all(Array.from({ length: 20_000 }, () => vault.seal(canary, anna)));
  for (const field of ['iv', 'wrappedDek', 'ct'] as const)
    expect(new Set(records.map((record) => record[field])).size).toBe(records.length);
});

describe('rotation', () => {
  const [old, fresh] = [kek('k1'), kek('k2')];

  test('after re-wrapping, the old master key can be thrown away; the ciphertext was not touched', async () => {
    const record = await createVault({ keks: [old] }).seal(canary, anna);
    const both = createVault({ keks: [fresh, old] });
    expect(both.retiredKekIds).toEqual([record.kekId]);
    const rewrapped = await both.rewrap(record);
    expect(rewrapped).toMatchObject({ kekId: 'k2', iv: record.iv, tag: record.tag, ct: record.ct });
    expect(await createVault({ keks: [fresh] }).open(rewrapped, anna)).toBe(canary);
  });

  test('while both keys are known, old and new records open', async () => {
    const both = createVault({ keks: [fresh, old] });
    for (const vault of [createVault({ keks: [old] }), both])
      expect(await both.open(await vault.seal(canary, anna), anna)).toBe(canary);
  });

  test('without its master key a record neither opens nor re-wraps', async () => {
    const record = await createVault({ keks: [old] }).seal(canary, anna);
    expect(await refusals(createVault({ keks: [fresh] }), record)).toEqual([unopenable, unopenable]);
  });

  test('another key under the same id does not open it', async () => {
    const record = await createVault({ keks: [old] }).seal(canary, anna);
    expect(await refusals(createVault({ keks: [{ id: 'k1', key: fresh.key }] }), record)).toEqual([
      unopenable,
      unopenable,
    ]);
  });

  const refusals = (vault: Vault, record: SealedRecord) =>
    Promise.all([vault.open(record, anna), vault.rewrap(record)].map((attempt) => attempt.catch(asFacts)));
});

test('any keeper of master keys will do', async () => {
  const kept = new Map<string, Buffer>();
  const keyWrapper = {
    currentKekId: 'kms',
    retiredKekIds: [],
    wrap: async (dek: Buffer) => {
      kept.set('AAAA', Buffer.from(dek));
      return 'AAAA';
    },
    unwrap: async ({ wrappedDek }: { wrappedDek: string }) => kept.get(wrappedDek) ?? Buffer.alloc(32),
  };
  const vault = createVault({ keyWrapper });
  expect(await vault.open(await vault.seal(canary, anna), anna)).toBe(canary);
});

test.each([
  ['no key', []],
  ['a short key', [{ id: 'k1', key: randomBytes(16) }]],
  ['two keys of one name', [kek('k1'), kek('k1')]],
])('%s is refused at the start', (_, keks) => {
  expect(() => createVault({ keks })).toThrow(/master key/);
});

function asFacts(error: unknown) {
  return error instanceof AppError ? { name: error.name, code: error.code, message: error.message } : error;
}

function* everyBitFlipped(base64: string): Generator<string> {
  const bytes = Buffer.from(base64, 'base64');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    yield changed.toString('base64');
  }
}
