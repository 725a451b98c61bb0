import { join } from 'node:path';
import { localLine } from '../../../../first-start/local-person.ts';
import { appSecret } from '../phone/phone.ts';
import type { Variables } from '../process.ts';
import { targetVariables } from '../target/target.ts';
import { accounts, internalToken, peopleAudience } from './issuers.ts';
import type { Surroundings } from './surroundings.ts';

interface Place extends Surroundings {
  /** Where the target services are. */
  readonly targetUrl: string;
}

const plenty = '1000000';

/** What all services are told; each reads what is its own. */
export const variablesOf = (given: Place): Variables => ({
  ...targetVariables(given.targetUrl),
  FIRESTORE_EMULATOR_HOST: given.emulators.firestore,
  PUBSUB_EMULATOR_HOST: given.emulators.pubsub,
  INTEXURAOS_GCP_PROJECT_ID: given.projectId,
  INTEXURAOS_INTERNAL_AUTH_TOKEN: internalToken,
  INTEXURAOS_USER_TOKEN_ISSUER: given.issuers.people.issuer,
  INTEXURAOS_USER_TOKEN_AUDIENCE: peopleAudience,
  INTEXURAOS_USER_TOKEN_JWKS_URL: given.issuers.people.jwksUrl,
  INTEXURAOS_OIDC_ISSUER: given.issuers.google.issuer,
  INTEXURAOS_OIDC_JWKS_URL: given.issuers.google.jwksUrl,
  INTEXURAOS_OIDC_PUSH_EMAILS: accounts.push,
  INTEXURAOS_OIDC_SCHEDULER_EMAILS: accounts.scheduler,
  INTEXURAOS_PUBSUB_ACTIONS_QUEUE: 'actions',
  INTEXURAOS_PUBSUB_WHATSAPP_SEND: 'whatsapp-send',
  INTEXURAOS_USER_SERVICE_URL: given.addresses['user-service'],
  INTEXURAOS_COMMANDS_AGENT_URL: given.addresses.workspace,
  INTEXURAOS_WEB_APP_URL: 'https://app.example.com',
  INTEXURAOS_WHATSAPP_API_URL: given.phone.url,
  INTEXURAOS_WHATSAPP_APP_SECRET: appSecret,
  INTEXURAOS_WHATSAPP_VERIFY_TOKEN: 'c4ca4238a0b923820dcc509a6f75849b',
  INTEXURAOS_WHATSAPP_ACCESS_TOKEN: 'c81e728d9d4c2f636f067f89cc14862c',
  INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID: localLine.phoneNumberId,
  INTEXURAOS_WHATSAPP_BUSINESS_ACCOUNT_ID: localLine.businessAccountId,
  INTEXURAOS_VAULT_KEK_FILE: join(given.folder, 'master-keys.json'),
  INTEXURAOS_MUTATIONS_PER_MINUTE: plenty,
  INTEXURAOS_EXECUTIONS_PER_MINUTE: plenty,
  INTEXURAOS_ASKS_PER_HOUR: plenty,
  // The emulator takes its time while the tests of other packages use it too.
  INTEXURAOS_LEASE_MS: '1500',
  HOST: '127.0.0.1',
});
