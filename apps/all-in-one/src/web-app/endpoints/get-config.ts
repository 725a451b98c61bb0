import { WebConfig } from '@intexuraos/contracts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const getConfig = endpoint({
  method: 'GET',
  path: '/config.json',
  auth: 'public',
  summary: 'Where the web app finds the API, and how people sign in.',
  wire: 'raw',
  input: z.object({}),
  output: WebConfig,
  handle: async (_, { app }) => app.config,
});
