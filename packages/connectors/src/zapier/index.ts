import { defineConnector } from '../define.ts';
import { hexOfKey } from '../key-forms.ts';
import { api, hookPathOf } from './api.ts';
import { Caught, Credentials, keyField, Settings, TriggerZap } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'zapier',
  title: 'Zapier',
  credentials: Credentials,
  settings: Settings,
  apiUrl: 'https://hooks.zapier.com',
  oauth: null,
  // https://help.zapier.com/hc/en-us/articles/29972220283789: 10,000 in five minutes, 30 in a second.
  pace: { perSecond: 20, burst: 30 },
});

export const zapier = connector({
  trigger_zap: operation({
    describe: 'Start a Zap',
    done: 'Zap started',
    input: TriggerZap,
    output: Caught,
    effect: 'change',
    risk: 'medium',
    // A hook takes each call for a new one and cannot be asked: after a lost answer a person has to look.
    repeatable: false,
    facts: ({ data }) =>
      Object.entries(data).map(([label, value]) => ({
        label,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      })),
    run: ({ data }, call) =>
      api(call, {
        method: 'POST',
        path: hookPathOf(call.credentials),
        body: { ...data, [keyField]: hexOfKey(call.key) },
        answer: Caught,
      }),
    simulate: (_, key) => ({ status: 'success', id: hexOfKey(key) }),
  }),
});
