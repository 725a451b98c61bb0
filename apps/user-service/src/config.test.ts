import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@intexuraos/http-server';
import { systemClock } from '@intexuraos/kernel';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { expect, test } from '@jest/globals';
import { composeUserService } from './compose.ts';
import { readUserServiceConfig } from './config.ts';

test('all that is wrong is named at once', () => {
  const read = () =>
    readUserServiceConfig({
      INTEXURAOS_VAULT_KMS_KEY: 'my-key',
      INTEXURAOS_DEFAULT_TIME_ZONE: 'Mars',
      INTEXURAOS_LLM_LOOPBACK_URLS: 'yes',
    });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(
    /INTEXURAOS_VAULT_KMS_KEY[\s\S]*INTEXURAOS_LLM_LOOPBACK_URLS[\s\S]*INTEXURAOS_DEFAULT_TIME_ZONE/,
  );
});

test('a master key that others can read stops the start as a mistake of the configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kek-'));
  const kekFile = join(folder, 'master.key');
  writeFileSync(kekFile, Buffer.alloc(32, 1).toString('base64'));
  chmodSync(kekFile, 0o644);
  const store = createMemoryStore({ clock: systemClock });
  const config = { ...readUserServiceConfig({ INTEXURAOS_VAULT_KEK_FILE: kekFile }) };
  expect(() => composeUserService(config, { store, clock: systemClock })).toThrow(ConfigError);
  rmSync(folder, { recursive: true });
});

test('the master keys are at one place: a file or Cloud KMS', () => {
  const kmsKey = 'projects/p/locations/global/keyRings/r/cryptoKeys/vault';
  const [file, kms] = [{ INTEXURAOS_VAULT_KEK_FILE: '/k' }, { INTEXURAOS_VAULT_KMS_KEY: kmsKey }];
  expect(readUserServiceConfig(file).masterKeys).toEqual({ file: '/k' });
  expect(readUserServiceConfig(kms).masterKeys).toEqual({ kmsKey });
  expect(() => readUserServiceConfig({})).toThrow('either');
  expect(() => readUserServiceConfig({ ...file, ...kms })).toThrow('either');
});
