import { type Environment, parseEnvironment } from '@intexuraos/http-server';
import { z } from 'zod';

const HttpUrl = z.url({ protocol: /^https?$/ });
const GraphId = z.string().regex(/^\d{1,32}$/, 'expected the number that the Meta dashboard shows');

/** Every variable that this service reads. */
export const Variables = z
  .object({
    INTEXURAOS_WHATSAPP_APP_SECRET: z.string().min(16),
    INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS: z.string().min(16).optional(),
    INTEXURAOS_WHATSAPP_VERIFY_TOKEN: z.string().min(16),
    INTEXURAOS_WHATSAPP_ACCESS_TOKEN: z.string().min(16),
    INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID: GraphId,
    INTEXURAOS_WHATSAPP_BUSINESS_ACCOUNT_ID: GraphId,
    INTEXURAOS_WHATSAPP_API_URL: HttpUrl.default('https://graph.facebook.com/v23.0'),
    INTEXURAOS_WHATSAPP_TEMPLATE_NAME: z
      .string()
      .regex(/^[a-z0-9_]{1,512}$/)
      .optional(),
    INTEXURAOS_WHATSAPP_TEMPLATE_LANGUAGE: z
      .string()
      .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
      .default('en'),
    INTEXURAOS_USER_SERVICE_URL: HttpUrl,
    INTEXURAOS_INTERNAL_AUTH_TOKEN: z.string().min(32),
  })
  .refine((given) => given.INTEXURAOS_WHATSAPP_APP_SECRET !== given.INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS, {
    path: ['INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS'],
    message: 'is the same as the current one',
  });

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
