import { connectors } from '@intexuraos/connectors';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const JsonSchema = z.record(z.string(), z.json());

const Operation = z.object({
  platform: z.string(),
  platformTitle: z.string(),
  action_type: z.string(),
  describe: z.string(),
  effect: z.enum(['none', 'change']),
  risk: z.enum(['low', 'medium', 'high']),
  repeatable: z.enum(['yes', 'no', 'depends']),
  canReconcile: z.boolean(),
  canUndo: z.boolean(),
  simulated: z.boolean(),
  input: JsonSchema,
  output: JsonSchema,
});

export const listOperations = endpoint({
  method: 'GET',
  path: '/operations',
  auth: 'user',
  summary: 'Every operation of every platform, with the JSON Schemas of what it takes and gives',
  input: z.object({}),
  output: z.object({ operations: z.array(Operation) }),
  handle: async (_, { app }) => ({
    operations: Object.values(connectors).flatMap(({ name: platform, title, operations }) =>
      Object.entries(operations).map(([name, operation]) => ({
        platform,
        platformTitle: title,
        action_type: name,
        ...operation,
        simulated: app.simulated.has(platform),
        input: operation.inputSchema,
        output: operation.outputSchema,
      })),
    ),
  }),
});
