import { type Environment, parseEnvironment, secret } from '@intexuraos/http-server';
import { z } from 'zod';

const HttpUrl = z.url({ protocol: /^https?$/ });
const GraphId = z.string().regex(/^\d{1,32}$/, 'expected the number that the Meta dashboard shows');

/** Every variable that this service reads. */
export const Variables = z
  .object({
    INTEXURAOS_WHATSAPP_APP_SECRET: secret(16).describe('signs the webhooks'),
    INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS: secret(16)
      .optional()
      .describe('still accepted while the secret is being changed'),
    INTEXURAOS_WHATSAPP_VERIFY_TOKEN: secret(16).describe('what Meta’s dashboard must say to verify the URL'),
    INTEXURAOS_WHATSAPP_ACCESS_TOKEN: secret(16).describe('the system user’s token'),
    INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID: GraphId.describe('our number; deliveries for others are ignored'),
    INTEXURAOS_WHATSAPP_BUSINESS_ACCOUNT_ID: GraphId.describe('our account; deliveries for others are ignored'),
    INTEXURAOS_WHATSAPP_API_URL: HttpUrl.default('https://graph.facebook.com/v23.0').describe('the WhatsApp Cloud API'),
    INTEXURAOS_WHATSAPP_TEMPLATE_NAME: z
      .string()
      .regex(/^[a-z0-9_]{1,512}$/)
      .optional()
      .describe('the approved template; without it, messages outside the 24-hour window fail'),
    INTEXURAOS_WHATSAPP_TEMPLATE_LANGUAGE: z
      .string()
      .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
      .default('en')
      .describe('the template’s language'),
    INTEXURAOS_USER_SERVICE_URL: HttpUrl.describe('the address of user-service'),
    INTEXURAOS_INTERNAL_AUTH_TOKEN: secret(32).describe('what user-service is called with'),
  })
  .refine(
    ({ INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS: previous, ...given }) =>
      previous === undefined || previous !== given.INTEXURAOS_WHATSAPP_APP_SECRET,
    {
      path: ['INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS'],
      message: 'is the same as the current one',
      // Also where something else is wrong: all problems are named at once.
      when: () => true,
    },
  );

export type WhatsAppConfig = ReturnType<typeof readWhatsAppConfig>;

/** The environment, parsed once. Throws ConfigError naming everything that is missing or malformed. */
export function readWhatsAppConfig(env: Environment) {
  const given = parseEnvironment(Variables, env);
  const secrets = [given.INTEXURAOS_WHATSAPP_APP_SECRET, given.INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS];
  const phoneNumberId = given.INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID;
  return {
    account: { phoneNumberId, businessAccountId: given.INTEXURAOS_WHATSAPP_BUSINESS_ACCOUNT_ID },
    webhook: {
      appSecrets: secrets.filter((secret) => secret !== undefined),
      verifyToken: given.INTEXURAOS_WHATSAPP_VERIFY_TOKEN,
    },
    cloudApi: {
      url: given.INTEXURAOS_WHATSAPP_API_URL,
      accessToken: given.INTEXURAOS_WHATSAPP_ACCESS_TOKEN,
      phoneNumberId,
      template: templateOf(given.INTEXURAOS_WHATSAPP_TEMPLATE_NAME, given.INTEXURAOS_WHATSAPP_TEMPLATE_LANGUAGE),
    },
    neighbours: {
      urls: { INTEXURAOS_USER_SERVICE_URL: given.INTEXURAOS_USER_SERVICE_URL },
      internalAuthToken: given.INTEXURAOS_INTERNAL_AUTH_TOKEN,
    },
  };
}

const templateOf = (name: string | undefined, language: string) => (name === undefined ? null : { name, language });
