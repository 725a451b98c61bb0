import * as z from 'zod/mini';

const SignIn = z.union([
  z.object({ kind: z.literal('local') }),
  z.object({
    kind: z.literal('oidc'),
    issuer: z.string(),
    clientId: z.string(),
    audience: z.optional(z.string()),
    scope: z.string(),
  }),
]);

/** What the server says about itself, so that one build of the page fits every installation. */
export const WebConfig = z.object({
  /** Empty: where the page came from. */
  apiBaseUrl: z.string(),
  signIn: SignIn,
  /** Whether there is a simulated phone to chat with. */
  simulator: z.boolean(),
});
export type WebConfig = z.infer<typeof WebConfig>;
export type OidcSettings = Extract<WebConfig['signIn'], { kind: 'oidc' }>;

export async function readConfig(): Promise<WebConfig> {
  const answer = await fetch('./config.json', { cache: 'no-store' });
  return WebConfig.parse(await answer.json());
}
