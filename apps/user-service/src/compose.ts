import { ConfigError } from '@intexuraos/http-server';
import type { Platform } from '@intexuraos/platform';
import { createVault, type Kek, loadLocalKeks } from '@intexuraos/vault';
import { createLlmKeys } from './adapters/documents/llm-keys.ts';
import { createPeople } from './adapters/documents/people.ts';
import type { UserServiceConfig } from './config.ts';
import { createUserService, type UserService } from './service.ts';

/** Throws ConfigError when the master keys cannot be had, or others could have them too. */
export function composeUserService(
  config: UserServiceConfig,
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
): UserService {
  const vault = createVault({ keks: masterKeys(config.kekFile) });
  return createUserService({
    people: createPeople(store),
    llmKeys: createLlmKeys(store, vault),
    clock,
    defaults: config.defaults,
    loopbackAllowed: config.loopbackAllowed,
    ping: () => store.ping(),
  });
}

function masterKeys(path: string): readonly Kek[] {
  try {
    return loadLocalKeks(path);
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}
