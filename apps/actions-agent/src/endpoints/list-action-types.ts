import { z } from 'zod';
import { actionTypes } from '../action-types/index.ts';
import { endpoint } from './endpoint.ts';

const ActionTypeView = z.object({
  name: z.string(),
  verb: z.string(),
  /** What may stand in a payload of this type, as JSON Schema. */
  payload: z.record(z.string(), z.json()),
});

export const listActionTypes = endpoint({
  method: 'GET',
  path: '/actions/types',
  auth: 'user',
  summary: 'What an action can be, and what each kind of action is made of.',
  input: z.strictObject({}),
  output: z.object({ types: z.array(ActionTypeView) }),
  handle: async () => ({
    types: Object.values(actionTypes).map((type) => ({
      name: type.name,
      verb: type.texts.verb,
      payload: type.payloadSchema(),
    })),
  }),
});
