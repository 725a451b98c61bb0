import { ConfigError, type Environment } from '@intexuraos/http-server';
import { createGoogleAccessToken } from '@intexuraos/internal-clients';
import {
  cloudKmsScope,
  createCloudKmsKeyWrapper,
  createVault,
  type Kek,
  loadLocalKeks,
  type Vault,
  type VaultSettings,
} from '@intexuraos/vault';
import { z } from 'zod';

/** Where the vault's master keys are: in a file that the first start makes, or in Cloud KMS. */
export type MasterKeys = { readonly file: string } | { readonly kmsKey: string };

/** The variables of every service that keeps secrets. */
export const MasterKeyVariables = z.object({
  INTEXURAOS_VAULT_KEK_FILE: z
    .string()
    .optional()
    .describe('the file of the master keys that seal people’s secrets: this, or a key of Cloud KMS'),
  INTEXURAOS_VAULT_KMS_KEY: z
    .string()
    .regex(/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/, 'expected the full name of a key')
    .optional()
    .describe('the full name of the key in Cloud KMS: this, or a file'),
});

/**
 * Both would leave it open which one sealed what; none would make a new key with each new container. Throws ConfigError.
 */
export function readMasterKeys(env: Environment): MasterKeys {
  const { INTEXURAOS_VAULT_KEK_FILE: file, INTEXURAOS_VAULT_KMS_KEY: kmsKey } = env;
  if (file && !kmsKey) return { file };
  if (kmsKey && !file) return { kmsKey };
  throw new ConfigError(['set either INTEXURAOS_VAULT_KEK_FILE (one machine) or INTEXURAOS_VAULT_KMS_KEY (cloud)']);
}

/** Throws ConfigError when the master keys cannot be had, or others could have them too. */
export const openVault = (masterKeys: MasterKeys): Vault => createVault(settingsOf(masterKeys));

function settingsOf(masterKeys: MasterKeys): VaultSettings {
  if ('file' in masterKeys) return { keks: localKeks(masterKeys.file) };
  const accessToken = createGoogleAccessToken(cloudKmsScope);
  return { keyWrapper: createCloudKmsKeyWrapper({ keyName: masterKeys.kmsKey, accessToken }) };
}

function localKeks(path: string): readonly Kek[] {
  try {
    return loadLocalKeks(path);
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}
