import { openVault, type Platform } from '@intexuraos/platform';
import { createAddressBooks } from './adapters/documents/address-books.ts';
import { createAutoApprovalRules } from './adapters/documents/auto-approval-rules.ts';
import { createLlmKeys } from './adapters/documents/llm-keys.ts';
import { createPeople } from './adapters/documents/people.ts';
import type { UserServiceConfig } from './config.ts';
import { createUserService, type UserService } from './service.ts';

/** Throws ConfigError when the master keys cannot be had, or others could have them too. */
export function composeUserService(
  config: UserServiceConfig,
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
): UserService {
  const vault = openVault(config.masterKeys);
  return createUserService({
    people: createPeople(store),
    llmKeys: createLlmKeys(store, vault),
    addressBooks: createAddressBooks(store),
    autoApprovalRules: createAutoApprovalRules(store),
    clock,
    defaults: config.defaults,
    loopbackAllowed: config.loopbackAllowed,
    ping: () => store.ping(),
  });
}
