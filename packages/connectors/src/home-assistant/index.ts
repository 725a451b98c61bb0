import { z } from 'zod';
import type { Fact } from '../connector.ts';
import { defineConnector } from '../define.ts';
import { path } from '../http-api/define-api.ts';
import { api } from './api.ts';
import { isRepeatable } from './repeatable.ts';
import {
  Called,
  CallService,
  Credentials,
  Fired,
  FireEvent,
  GetState,
  GetStates,
  Rendered,
  RenderTemplate,
  ServiceAnswer,
  Settings,
  State,
  States,
} from './schema.ts';

const variables = ['HOME_ASSISTANT_URL', 'HOME_ASSISTANT_TOKEN'] as const;

const { operation, connector } = defineConnector({
  name: 'home_assistant',
  title: 'Home Assistant',
  credentials: Credentials,
  settings: Settings,
  // Each account names its own.
  apiUrl: '',
  oauth: null,
  // A home's hub is a small machine; it documents no limit.
  pace: { perSecond: 10, burst: 20 },
  defaults: {
    variables,
    read(environment) {
      const [url, token] = variables.map((name) => environment[name]);
      return url && token ? Credentials.parse({ url, token }) : null;
    },
  },
});

const factsOfCall = ({ service, target = {}, data = {} }: CallService): readonly Fact[] => [
  { label: 'Service', value: service },
  ...[...Object.entries(target), ...Object.entries(data)].map(([label, value]) => ({
    label,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  })),
];

const simulatedState = (entity_id: string): State => ({ entity_id, state: 'unknown', attributes: {} });

export const homeAssistant = connector({
  call_service: operation({
    describe: 'Do something in Home Assistant',
    done: 'Done in Home Assistant',
    input: CallService,
    output: Called,
    effect: 'change',
    // It may open a door.
    risk: 'high',
    repeatable: isRepeatable,
    facts: factsOfCall,
    run({ service, target, data, return_response }, call) {
      const [domain = '', name = ''] = service.split('.');
      return api(call, {
        method: 'POST',
        path: path`/services/${domain}/${name}` + (return_response ? '?return_response' : ''),
        // Only scripts know a target of its own; here its keys stand among the data.
        body: { ...data, ...target },
        answer: ServiceAnswer,
      });
    },
    simulate: ({ target }) => ({ changed: [target?.entity_id ?? []].flat().map(simulatedState) }),
  }),
  get_state: operation({
    describe: 'Read the state of an entity in Home Assistant',
    done: 'State read',
    input: GetState,
    output: State,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    run: ({ entity_id }, call) => api(call, { method: 'GET', path: path`/states/${entity_id}`, answer: State }),
    simulate: ({ entity_id }) => simulatedState(entity_id),
  }),
  get_states: operation({
    describe: 'Read the states of all entities in Home Assistant',
    done: 'States read',
    input: GetStates,
    output: States,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    async run({ domain }, call) {
      const all = await api(call, { method: 'GET', path: '/states', answer: z.array(State) });
      return { states: domain === undefined ? all : all.filter(({ entity_id }) => entity_id.startsWith(`${domain}.`)) };
    },
    simulate: () => ({ states: [] }),
  }),
  fire_event: operation({
    describe: 'Fire an event in Home Assistant',
    done: 'Event fired',
    input: FireEvent,
    output: Fired,
    effect: 'change',
    // Automations listen to it, and those may do anything.
    risk: 'high',
    repeatable: false,
    run: ({ event_type, event_data = {} }, call) =>
      api(call, { method: 'POST', path: path`/events/${event_type}`, body: event_data, answer: Fired }),
    simulate: ({ event_type }) => ({ message: `Event ${event_type} fired.` }),
  }),
  render_template: operation({
    describe: 'Let Home Assistant fill in a template',
    done: 'Template rendered',
    input: RenderTemplate,
    output: Rendered,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    run: async (body, call) => ({
      text: await api(call, { method: 'POST', path: '/template', body, form: 'text', answer: z.string() }),
    }),
    simulate: ({ template }) => ({ text: template }),
  }),
});
