import { UserId, UserSettings } from '@intexuraos/contracts';
import { z } from 'zod';
import { readPerson } from '../use-cases/read-person.ts';
import { endpoint } from './endpoint.ts';

export const readSettings = endpoint({
  method: 'GET',
  path: '/internal/users/:userId/settings',
  auth: 'service',
  summary: "A person's settings; for somebody new, the defaults",
  input: z.object({ userId: UserId }),
  output: UserSettings,
  handle: async ({ userId }, { app }) => {
    const { timeZone, language, defaultModel } = await readPerson(app, userId);
    return { userId, timeZone, language, ...(defaultModel !== null && { llmPreferences: { defaultModel } }) };
  },
});
