import { describe, expect, test } from '@jest/globals';
import { connectors } from './index.ts';

const bind = (platform: keyof typeof connectors, operation: string, payload: object, settings?: object) =>
  connectors[platform].operations[operation]?.bind(payload, settings);

const page = { title: 'Plan' };
const source = '0123456789abcdef0123456789abcdef';
const host = { allowed_hosts: ['api.example.com'], base_url: 'https://api.example.com/v1/' };

describe('the settings of an account', () => {
  test.each([
    ['notion', 'create_page', page, { data_source_id: source }, { data_source_id: source }],
    ['notion', 'create_task', { ...page, data_source_id: source }, {}, { data_source_id: source }],
    ['notion', 'query', {}, { data_source_id: source }, { data_source_id: source }],
    ['linear', 'create_issue', { title: 'Door' }, { team_id: 'team-1' }, { team_id: 'team-1' }],
    ['openai', 'generate_text', { prompt: 'Hi' }, { model: 'small' }, { model: 'small' }],
    ['http', 'request', { method: 'GET', url: '/items' }, host, { url: 'https://api.example.com/items' }],
    ['slack', 'post_message', { channel: 'C1', text: 'Hi' }, {}, { channel: 'C1' }],
  ] as const)('are in what is sent: %s.%s %j of %j', (platform, operation, payload, settings, added) => {
    expect(bind(platform, operation, payload, settings)).toMatchObject({
      bound: { payload: { ...payload, ...added } },
    });
  });

  test.each([
    ['notion', 'create_page', page, {}, 'names a data source'],
    ['linear', 'create_issue', { title: 'Door' }, {}, 'names a team'],
    ['http', 'request', { method: 'GET', url: 'https://a.example/' }, host, 'a.example is not among the hosts'],
    ['http', 'request', { method: 'GET', url: '/items' }, { allowed_hosts: ['a.example'] }, 'has no base URL'],
    ['linear', 'create_issue', { title: 'Door' }, { team_id: 7 }, 'connect it anew'],
  ] as const)('can lack something: %s.%s %j of %j', (platform, operation, payload, settings, problem) => {
    expect(bind(platform, operation, payload, settings)).toEqual({
      problems: [{ path: '', message: expect.stringContaining(problem) }],
    });
  });

  test('are not there where it is simulated', () => {
    expect(bind('notion', 'create_page', page)).toMatchObject({ bound: { payload: page } });
  });
});

describe('what is secret of credentials', () => {
  test.each([
    ['email', { host: 'mail.example', user: 'me', password: 'hush' }, { password: 'hush' }],
    ['home_assistant', { url: 'http://hub.local', token: 'hush' }, { token: 'hush' }],
    ['http', { headers: { authorization: 'hush' } }, { headers: { authorization: 'hush' } }],
    ['slack', { accessToken: 'hush', more: 'hush' }, { accessToken: 'hush', more: 'hush' }],
  ] as const)('of %s is all that is not shown', (platform, credentials, secrets) => {
    expect(connectors[platform].secretsIn(credentials)).toEqual(secrets);
  });
});
