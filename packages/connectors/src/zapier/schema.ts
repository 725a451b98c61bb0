import { z } from 'zod';

const host = 'hooks.zapier.com';
/** The numbers of the user and of the hook: who knows them can start the Zap. */
const hookPath = /^\/hooks\/catch\/[\w/-]+$/;

function isHook(text: string): boolean {
  const url = URL.parse(text);
  return url?.origin === `https://${host}` && hookPath.test(url.pathname) && url.search === '' && url.username === '';
}

export const Credentials = z.strictObject({
  hookUrl: z
    .string()
    .refine(isHook, `expected the address of a hook like https://${host}/hooks/catch/123456/abcdef/`)
    .meta({
      description: 'the address that Zapier shows in the trigger “Catch Hook”; it is as secret as a password',
      writeOnly: true,
    }),
});
export type Credentials = z.infer<typeof Credentials>;

export const Settings = z.strictObject({});

/** Where our key stands among the fields that the Zap gets. */
export const keyField = 'intexuraos_key';

const dataCharsMax = 100_000;
export const TriggerZap = z.strictObject({
  data: z
    .record(z.string().min(1).max(200), z.json())
    .refine((data) => !(keyField in data), `expected no field "${keyField}": it is written here`)
    .refine((data) => JSON.stringify(data).length <= dataCharsMax, `expected at most ${dataCharsMax} characters`)
    .default({})
    .describe('the fields that the Zap gets'),
});

/** The fields of Zapier's answer that are used here. */
export const Caught = z.object({ status: z.literal('success'), id: z.string().default('') });
