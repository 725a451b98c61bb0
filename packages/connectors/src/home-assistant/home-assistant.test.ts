import type { JsonObject } from '@intexuraos/kernel';
import { createPublicAgents } from '@intexuraos/public-web';
import { describe, expect, test } from '@jest/globals';
import { createOperations } from '../engine/create-operations.ts';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation } from '../testing/direct-calls.ts';
import { homeAssistant } from './index.ts';
import { isRepeatable } from './repeatable.ts';
import { serveHomeAssistant } from './testing/stand-in.ts';

const token = 'canary-home-token';

describeConnector({
  connector: homeAssistant,
  serve: () => serveHomeAssistant(),
  credentials: ({ url }) => ({ url, token }),
  samples: {
    call_service: {
      input: { service: 'light.turn_on', target: { entity_id: 'light.kitchen' }, data: { brightness_pct: 40 } },
      bad: { service: 'light/turn_on' },
    },
    get_state: { input: { entity_id: 'sensor.outside' }, bad: { entity_id: '../config' } },
    get_states: { input: { domain: 'light' }, bad: { domain: 'light.kitchen' } },
    fire_event: { input: { event_type: 'doorbell', event_data: { door: 'front' } }, bad: { event_type: 'a/b' } },
    render_template: { input: { template: '4.5' }, bad: { template: '' } },
  },
});

const call = (service: string, data: JsonObject = {}) => ({ service, data });

describe('a service', () => {
  test.each([
    call('light.turn_on', { brightness_pct: 40 }),
    call('light.turn_off'),
    call('climate.set_temperature'),
    call('select.select_option'),
    call('lock.lock'),
    call('cover.open_cover'),
    call('alarm_control_panel.alarm_arm_night'),
    call('automation.turn_off'),
  ])('$service may be called again', (made) => {
    expect(isRepeatable(made)).toBe(true);
  });

  test.each([
    call('light.toggle'),
    call('notify.mobile'),
    call('script.turn_on'),
    call('automation.trigger'),
    call('input_number.increment'),
    call('media_player.play_media'),
    call('button.press'),
    call('python_script.set_all'),
    call('light.turn_on', { brightness_step_pct: 10 }),
    call('homeassistant.turn_on'),
  ])('$service may not ($data)', (made) => {
    expect(isRepeatable(made)).toBe(false);
  });

  test.each(['cut after the effect', 'hang after the effect', '500 after the effect'] as const)(
    'that toggles is called once, after "%s" too',
    async (fault) => {
      const standIn = await serveHomeAssistant();
      const agents = createPublicAgents({ loopbackAllowed: false });
      const privateHosts = { home_assistant: ['127.0.0.1'] };
      standIn.plan(fault);
      const payload = { service: 'light.toggle', target: { entity_id: ['light.kitchen'] } };
      const bound = bindOperation(homeAssistant, 'call_service', payload);
      const account = { id: 'a', settings: {}, credentials: async () => ({ url: standIn.url, token }) };
      const operations = createOperations({ agents, privateHosts, attemptMs: 300, backoffMs: 1 });
      const performed = await operations.perform({
        connector: homeAssistant,
        bound,
        account,
        key: 'k',
        began: false,
      });
      expect(performed).toMatchObject({ outcome: 'unknown', attempts: 1 });
      expect(standIn.ledger).toEqual([{ operation: 'call_service', key: 'light.toggle light.kitchen' }]);
      await Promise.all([standIn.close(), agents.close()]);
    },
  );
});

test('the account comes from the environment when that says both', () => {
  const HOME_ASSISTANT_URL = 'http://homeassistant.local:8123';
  expect(homeAssistant.readDefaults({ HOME_ASSISTANT_URL, HOME_ASSISTANT_TOKEN: token })).toEqual({
    url: HOME_ASSISTANT_URL,
    token,
  });
  expect(homeAssistant.readDefaults({ HOME_ASSISTANT_URL })).toBeNull();
});
