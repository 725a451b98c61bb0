import { z } from 'zod';
import { changePerson } from '../use-cases/change-person.ts';
import { DefaultModel, endpoint, Language, Me, meOf, TimeZone } from './endpoint.ts';

/** A phone is not among them: whose it is must be proven, or one person could read what another one writes. */
const Change = z
  .strictObject({
    timeZone: TimeZone.optional(),
    language: Language.optional(),
    llmPreferences: z.strictObject({ defaultModel: DefaultModel.nullable() }).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'expected something to change');

export const changeMe = endpoint({
  method: 'PATCH',
  path: '/users/me',
  auth: 'user',
  summary: 'Change your settings; what is not named stays',
  quota: 'mutation',
  input: Change,
  output: Me,
  handle: async ({ timeZone, language, llmPreferences }, { app, caller }) => {
    const change = {
      ...(timeZone !== undefined && { timeZone }),
      ...(language !== undefined && { language }),
      ...(llmPreferences !== undefined && { defaultModel: llmPreferences.defaultModel }),
    };
    return meOf(await changePerson(app, caller.userId, change));
  },
});
