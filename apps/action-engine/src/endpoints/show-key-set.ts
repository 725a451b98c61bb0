import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const showKeySet = endpoint({
  method: 'GET',
  path: '/.well-known/jwks.json',
  auth: 'public',
  summary: 'The public keys of the tokens that are given to those who sign in here',
  wire: 'raw',
  input: z.object({}),
  output: z.object({ keys: z.array(z.record(z.string(), z.json())).readonly() }),
  handle: async (_, { app }) => ({ keys: app.accessTokens?.keys ?? [] }),
});
