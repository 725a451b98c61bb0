import { z } from 'zod';
import { secretText } from '../secret-text.ts';

export const Credentials = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe('where Home Assistant is, http://homeassistant.local:8123'),
  token: secretText('a long-lived access token'),
});
export type Credentials = z.infer<typeof Credentials>;

export const Settings = z.strictObject({});

const entity = /^[a-z0-9_]+\.[a-z0-9_]+$/;
const EntityId = z.string().regex(entity, 'expected an entity like "light.kitchen"');
const Name = z.string().regex(/^[a-z0-9_]+$/, 'expected a name of small letters, digits and _');
const Ids = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(100)]);
const Data = z.record(z.string(), z.json());

const Target = z.strictObject({
  entity_id: z
    .union([EntityId, z.literal('all'), z.array(EntityId).min(1).max(100)])
    .optional()
    .describe('entities, or all'),
  device_id: Ids.optional(),
  area_id: Ids.optional(),
  floor_id: Ids.optional(),
  label_id: Ids.optional(),
});

export const CallService = z.strictObject({
  service: z.string().regex(entity, 'expected a service like "light.turn_on"').describe('what to do, light.turn_on'),
  target: Target.optional().describe('what it is done to'),
  data: Data.optional().describe('the fields of the service, brightness_pct: 40'),
  return_response: z.boolean().default(false).describe('whether the service is asked for an answer'),
});
export type CallService = z.infer<typeof CallService>;

export const GetState = z.strictObject({ entity_id: EntityId.describe('the entity, sensor.outside') });
export const GetStates = z.strictObject({ domain: Name.optional().describe('only those of a kind, light') });
export const FireEvent = z.strictObject({
  event_type: Name.describe('the name of the event'),
  event_data: Data.optional().describe('what it carries'),
});

const templateCharsMax = 20_000;
export const RenderTemplate = z.strictObject({
  template: z.string().min(1).max(templateCharsMax).describe('a template, {{ states("sensor.outside") }}'),
  variables: Data.optional().describe('names that the template may use'),
});

/** The fields of Home Assistant's answers that are used here. */
export const State = z.object({
  entity_id: z.string(),
  state: z.string(),
  attributes: z.record(z.string(), z.json()).default({}),
  last_changed: z.string().optional(),
});
export type State = z.infer<typeof State>;
export const States = z.object({ states: z.array(State) });

/** The states alone, or beside the service's answer where that was asked for. */
export const ServiceAnswer = z.union([
  z.array(State).transform((changed) => ({ changed, response: undefined })),
  z
    .object({ changed_states: z.array(State), service_response: z.json() })
    .transform(({ changed_states, service_response }) => ({ changed: changed_states, response: service_response })),
]);
export const Called = z.object({ changed: z.array(State), response: z.json().optional() });

export const Fired = z.object({ message: z.string() });
export const Rendered = z.object({ text: z.string() });
