import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '@intexuraos/http-server';
import { expect, test } from '@jest/globals';
import { readWhatsAppConfig, Variables } from './config.ts';

const least = {
  INTEXURAOS_WHATSAPP_APP_SECRET: 'an-app-secret-of-meta',
  INTEXURAOS_WHATSAPP_VERIFY_TOKEN: 'a-verify-token-of-ours',
  INTEXURAOS_WHATSAPP_ACCESS_TOKEN: 'an-access-token-of-meta',
  INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID: '1122334455667',
  INTEXURAOS_WHATSAPP_BUSINESS_ACCOUNT_ID: '5467539754836534',
  INTEXURAOS_USER_SERVICE_URL: 'http://127.0.0.1:8080',
  INTEXURAOS_INTERNAL_AUTH_TOKEN: 'an-internal-token-of-32-characters',
};

test('the least that must be set is enough', () => {
  expect(readWhatsAppConfig(least)).toEqual({
    account: { phoneNumberId: '1122334455667', businessAccountId: '5467539754836534' },
    webhook: { appSecrets: ['an-app-secret-of-meta'], verifyToken: 'a-verify-token-of-ours' },
    cloudApi: {
      url: 'https://graph.facebook.com/v23.0',
      accessToken: 'an-access-token-of-meta',
      phoneNumberId: '1122334455667',
      template: null,
    },
    neighbours: {
      urls: { INTEXURAOS_USER_SERVICE_URL: 'http://127.0.0.1:8080' },
      internalAuthToken: 'an-internal-token-of-32-characters',
    },
  });
});

test('two app secrets may be valid while one is being changed, and a template may be named', () => {
  const config = readWhatsAppConfig({
    ...least,
    INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS: 'the-secret-before-it',
    INTEXURAOS_WHATSAPP_TEMPLATE_NAME: 'something_waits',
  });
  expect(config.webhook.appSecrets).toEqual(['an-app-secret-of-meta', 'the-secret-before-it']);
  expect(config.cloudApi.template).toEqual({ name: 'something_waits', language: 'en' });
});

test('everything that is missing or malformed is named at once, without a value', () => {
  const problems = () => {
    try {
      readWhatsAppConfig({
        ...least,
        INTEXURAOS_WHATSAPP_ACCESS_TOKEN: 'short',
        INTEXURAOS_USER_SERVICE_URL: 'ftp://x',
        INTEXURAOS_WHATSAPP_APP_SECRET: '',
      });
      return [];
    } catch (error) {
      return error instanceof ConfigError ? error.problems : [];
    }
  };
  expect(problems()).toHaveLength(3);
  expect(problems().join()).toMatch(/APP_SECRET is missing/);
  expect(problems().join()).not.toMatch(/short|ftp/);
});

test('a previous app secret that is the current one is a mistake', () => {
  const same = { ...least, INTEXURAOS_WHATSAPP_APP_SECRET_PREVIOUS: least.INTEXURAOS_WHATSAPP_APP_SECRET };
  expect(() => readWhatsAppConfig(same)).toThrow('APP_SECRET_PREVIOUS');
});

test('the README names every variable, and none that is not read', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| `(INTEXURAOS_\w+)` +\|/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(Variables.shape));
});
