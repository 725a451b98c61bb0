import type { Topic } from '@intexuraos/contracts';
import { type Environment, parseEnvironment, readAll, secret } from '@intexuraos/http-server';
import { z } from 'zod';
import { productionVariable, refuseTestSettings } from './refuse-test-settings.ts';

const listOf = (list: string) =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const Emails = z.string().min(3).transform(listOf);
const perMinute = (count: number) => z.coerce.number().int().min(1).default(count);
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Keys that came over plain http could be anybody's; only this machine needs no more. */
const isSafe = (text: string) => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)));
};
const KeySetUrl = z.url().refine(isSafe, 'must be fetched over https');

/** What every service in the cloud needs to know, besides its own variables. */
export const Variables = z.object({
  INTEXURAOS_GCP_PROJECT_ID: z.string().min(1).describe('the Google Cloud project of Firestore and Pub/Sub'),
  INTEXURAOS_INTERNAL_AUTH_TOKEN: secret(32).describe('what our services call one another with (`X-Internal-Auth`)'),
  INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS: secret(32)
    .optional()
    .describe('still accepted while the token is being changed'),
  INTEXURAOS_USER_TOKEN_ISSUER: z.string().min(1).describe('`iss` of people’s access tokens, exactly'),
  INTEXURAOS_USER_TOKEN_AUDIENCE: z.string().min(1).describe('`aud` of people’s access tokens: the id of this API'),
  INTEXURAOS_USER_TOKEN_JWKS_URL: KeySetUrl.describe('where the issuer shows its keys'),
  INTEXURAOS_USER_TOKEN_ALGORITHM: z.enum(['RS256', 'ES256']).default('RS256').describe('what the issuer signs with'),
  INTEXURAOS_SECOND_USER_TOKEN_ISSUER: z
    .string()
    .min(1)
    .optional()
    .describe('`iss` of the tokens of action-engine’s `/login`, where people may sign in there too'),
  INTEXURAOS_SECOND_USER_TOKEN_JWKS_URL: KeySetUrl.optional().describe(
    'where that issuer shows its keys: `/.well-known/jwks.json` of action-engine',
  ),
  INTEXURAOS_OPERATOR_CLAIM: z
    .string()
    .min(1)
    .default('scope')
    .describe('the claim of people’s access tokens that says who operates: a list, or words with blanks between'),
  INTEXURAOS_OPERATOR_VALUE: z
    .string()
    .regex(/^\S+$/, 'expected one word')
    .default('intexuraos:operate')
    .describe('what an operator’s claim holds'),
  INTEXURAOS_OIDC_AUDIENCE: z.string().min(1).describe('`aud` of Google’s tokens: the address of this service'),
  INTEXURAOS_OIDC_PUSH_EMAILS: Emails.describe('the account that Pub/Sub pushes as'),
  INTEXURAOS_OIDC_SCHEDULER_EMAILS: Emails.describe('the account that Cloud Scheduler calls as'),
  INTEXURAOS_OIDC_SERVICE_EMAILS: Emails.optional().describe(
    'accounts of our services that may call without the internal token',
  ),
  INTEXURAOS_OIDC_ISSUER: z.string().optional().describe('another issuer than Google, for tests'),
  INTEXURAOS_OIDC_JWKS_URL: KeySetUrl.optional().describe('where that issuer shows its keys, for tests'),
  INTEXURAOS_SERVICE_IDENTITY: z
    .enum(['none', 'google'])
    .default('none')
    .describe('`google`: calls to our services bear a Google ID token too, for those that Cloud Run guards'),
  INTEXURAOS_MUTATIONS_PER_MINUTE: perMinute(60).describe('changes that one person may make in a minute'),
  INTEXURAOS_EXECUTIONS_PER_MINUTE: perMinute(20).describe('runs that one person may start in a minute'),
  INTEXURAOS_CORS_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .describe('the origins of web pages that may call, with commas between'),
  INTEXURAOS_TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(1)
    .describe('proxies before the service: 1 for Cloud Run, 2 with a load balancer before it'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('the least that is logged'),
  ...productionVariable,
});

/** Topics whose variable must be set: the first version of the product had no defaults for them. */
const withoutDefault = new Set(['INTEXURAOS_PUBSUB_ACTIONS_QUEUE', 'INTEXURAOS_PUBSUB_WHATSAPP_SEND']);

/** A variable for each topic that a service publishes to. */
export const topicVariables = (topics: readonly Topic<object>[]): z.ZodObject<Record<string, z.ZodType<string>>> =>
  z.object(
    Object.fromEntries(
      topics.map(({ variable, name, event }) => {
        const Name = z.string().regex(/^[A-Za-z][\w.~+%-]{2,254}$/, 'expected the id of a topic');
        const meaning = `the topic of \`${event}\``;
        return [variable, (withoutDefault.has(variable) ? Name : Name.default(name)).describe(meaning)] as const;
      }),
    ),
  );

export interface CloudConfig {
  readonly variables: z.infer<typeof Variables>;
  /** Topic ids by event type. */
  readonly topicNames: Readonly<Record<string, string>>;
}

/** Throws ConfigError naming all that is missing or malformed. */
export function readCloudConfig(env: Environment, topics: readonly Topic<object>[]): CloudConfig {
  const [variables, names] = readAll(
    () => parseEnvironment(Variables, env),
    () => parseEnvironment(topicVariables(topics), env),
    () => refuseTestSettings(env),
  );
  const topicNames = topics.map(({ event, variable, name }) => [event, names[variable] ?? name] as const);
  return { variables, topicNames: Object.fromEntries(topicNames) };
}
