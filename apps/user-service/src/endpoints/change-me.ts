import { z } from 'zod';
import { changePerson } from '../use-cases/change-person.ts';
import { AutoApprovalRules, DefaultModel, endpoint, Language, Me, meOf, TimeZone } from './endpoint.ts';

/** A phone is not among them: whose it is must be proven, or one person could read what another one writes. */
const Change = z
  .strictObject({
    timeZone: TimeZone.optional(),
    language: Language.optional(),
    llmPreferences: z.strictObject({ defaultModel: DefaultModel.nullable() }).optional(),
    autoApprovalRules: AutoApprovalRules.optional(),
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
  handle: async ({ timeZone, language, llmPreferences, autoApprovalRules }, { app, caller }) => {
    const change = {
      ...(timeZone !== undefined && { timeZone }),
      ...(language !== undefined && { language }),
      ...(llmPreferences !== undefined && { defaultModel: llmPreferences.defaultModel }),
      ...(autoApprovalRules !== undefined && { autoApprovalRules }),
    };
    return meOf(await changePerson(app, caller.userId, change));
  },
});
