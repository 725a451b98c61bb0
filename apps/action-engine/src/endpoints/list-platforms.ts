import { connectors } from '@intexuraos/connectors';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const Schema = z.record(z.string(), z.json());
const Platform = z.object({
  name: z.string(),
  title: z.string(),
  credentialsSchema: Schema,
  settingsSchema: Schema,
  /** Null: the credentials are entered. */
  oauth: z
    .object({
      /** Whether this machine is registered with the provider. */
      isReady: z.boolean(),
      scopes: z.array(z.object({ scope: z.string(), reason: z.string() })),
    })
    .nullable(),
});

export const listPlatforms = endpoint({
  method: 'GET',
  path: '/platforms',
  auth: 'user',
  summary: 'The outside platforms: how an account is connected, which scopes it needs and why',
  input: z.object({}),
  output: z.object({ platforms: z.array(Platform) }),
  handle: async (_, { app }) => ({
    platforms: Object.values(connectors).map(({ name, title, credentialsSchema, settingsSchema, oauth }) => ({
      name,
      title,
      credentialsSchema,
      settingsSchema,
      oauth: oauth && {
        isReady: app.oauthServers.knows(oauth),
        scopes: Object.entries(oauth.scopes).map(([scope, reason]) => ({ scope, reason })),
      },
    })),
  }),
});
