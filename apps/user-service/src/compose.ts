import { ConfigError } from '@intexuraos/http-server';
import { createGoogleAccessToken } from '@intexuraos/internal-clients';
import type { Platform } from '@intexuraos/platform';
import {
  cloudKmsScope,
  createCloudKmsKeyWrapper,
  createVault,
  type Kek,
  loadLocalKeks,
  type VaultSettings,
} from '@intexuraos/vault';
import { createAutoApprovalRules } from './adapters/documents/auto-approval-rules.ts';
import { createLlmKeys } from './adapters/documents/llm-keys.ts';
import { createPeople } from './adapters/documents/people.ts';
import type { MasterKeys, UserServiceConfig } from './config.ts';
import { createUserService, type UserService } from './service.ts';

/** Throws ConfigError when the master keys cannot be had, or others could have them too. */
export function composeUserService(
  config: UserServiceConfig,
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
): UserService {
  const vault = createVault(vaultSettings(config.masterKeys));
  return createUserService({
    people: createPeople(store),
    llmKeys: createLlmKeys(store, vault),
    autoApprovalRules: createAutoApprovalRules(store),
    clock,
    defaults: config.defaults,
    loopbackAllowed: config.loopbackAllowed,
    ping: () => store.ping(),
  });
}

function vaultSettings(masterKeys: MasterKeys): VaultSettings {
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
