import { ConfigError } from '@intexuraos/http-server';
import { expect, test } from '@jest/globals';
import { readWorkspaceConfig } from './config.ts';

test('all that is wrong is named at once', () => {
  const read = () => readWorkspaceConfig({ INTEXURAOS_PAGES_ALLOWED_ORIGINS: 'http://10.0.0.1/path,nonsense' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/INTEXURAOS_WEB_APP_URL is missing[\s\S]*INTEXURAOS_PAGES_ALLOWED_ORIGINS/);
});

test('origins are a list, and there are none unless somebody names them', () => {
  const url = {
    INTEXURAOS_WEB_APP_URL: 'https://app.example.com/',
    INTEXURAOS_USER_SERVICE_URL: 'https://people.example.com',
    INTEXURAOS_ACTION_ENGINE_URL: 'https://engine.example.com',
    INTEXURAOS_INTERNAL_AUTH_TOKEN: 'an-internal-secret-of-these-tests-0123456789',
  };
  expect(readWorkspaceConfig(url)).toMatchObject({ webAppUrl: 'https://app.example.com', allowedOrigins: [] });
  const origins = 'http://192.168.1.20:8080, https://wiki.internal';
  expect(readWorkspaceConfig({ ...url, INTEXURAOS_PAGES_ALLOWED_ORIGINS: origins }).allowedOrigins).toEqual([
    'http://192.168.1.20:8080',
    'https://wiki.internal',
  ]);
});
