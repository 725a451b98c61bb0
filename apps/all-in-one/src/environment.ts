import { join } from 'node:path';
import { neighbourUrlVariables } from '@intexuraos/actions-agent/config';
import type { Environment } from '@intexuraos/http-server';
import { localAudience, localIssuer } from './first-start/local-issuer.ts';
import { localLine } from './first-start/local-person.ts';
import type { Secrets } from './first-start/secrets.ts';

export interface Place {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** What was set from outside; the services read their own variables from it. */
  readonly given: Environment;
}

/** Every service's variables on one machine: all neighbours are this process, unless the environment points elsewhere. */
export function environmentOf(
  { baseUrl, dataDir, given }: Place,
  secrets: Pick<Secrets, 'internalAuthToken' | 'whatsapp' | 'issuer'>,
): Environment {
  return {
    ...Object.fromEntries(neighbourUrlVariables.map((name) => [name, baseUrl])),
    INTEXURAOS_ACTIONS_AGENT_URL: baseUrl,
    INTEXURAOS_WEB_APP_URL: baseUrl,
    INTEXURAOS_INTERNAL_AUTH_TOKEN: secrets.internalAuthToken,
    INTEXURAOS_WHATSAPP_APP_SECRET: secrets.whatsapp.appSecret,
    INTEXURAOS_WHATSAPP_VERIFY_TOKEN: secrets.whatsapp.verifyToken,
    INTEXURAOS_WHATSAPP_ACCESS_TOKEN: secrets.whatsapp.accessToken,
    INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID: localLine.phoneNumberId,
    INTEXURAOS_WHATSAPP_BUSINESS_ACCOUNT_ID: localLine.businessAccountId,
    INTEXURAOS_WHATSAPP_API_URL: `${baseUrl}/simulator/graph`,
    INTEXURAOS_VAULT_KEK_FILE: join(dataDir, 'master-keys.json'),
    INTEXURAOS_ACTION_ENGINE_PUBLIC_URL: baseUrl,
    INTEXURAOS_LOGIN_PRIVATE_KEY: JSON.stringify(secrets.issuer.privateKey),
    INTEXURAOS_LOGIN_ISSUER: localIssuer,
    INTEXURAOS_LOGIN_AUDIENCE: localAudience,
    INTEXURAOS_LLM_LOOPBACK_URLS: 'true',
    INTEXURAOS_DEFAULT_TIME_ZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...given,
  };
}
