import { z } from 'zod';

const HttpUrl = z.url({ protocol: /^https?$/ });

/** A fresh machine signs its one person in by a link; everywhere else people have an account with an OIDC issuer. */
const SignIn = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('local') }),
  z.object({
    kind: z.literal('oidc'),
    issuer: HttpUrl,
    clientId: z.string().min(1),
    /** The id of the API, for issuers that want to be told whom the token is for. */
    audience: z.string().min(1).optional(),
    scope: z.string().min(1),
  }),
]);

/** `config.json`, which the web app reads before anything else. */
export const WebConfig = z.object({
  /** Without a slash at the end; empty where the API answers at the page's own origin. */
  apiBaseUrl: z.union([z.literal(''), HttpUrl.regex(/[^/]$/, 'expected no slash at the end')]),
  signIn: SignIn,
  /** Whether the API has a simulated phone. */
  simulator: z.boolean(),
});
export type WebConfig = z.infer<typeof WebConfig>;
