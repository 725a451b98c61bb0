import { z } from 'zod';
import { type Proof, signIn as signInAs } from '../use-cases/sign-in.ts';
import { endpoint } from './endpoint.ts';

const Input = z
  .object({
    user: z.string().min(1).max(128).optional(),
    password: z.string().min(1).max(256).optional(),
    /** Of the OIDC provider that is believed here. */
    oidc_token: z.string().min(1).max(8_192).optional(),
    /** Of an earlier answer; it is used up. */
    refresh_token: z.string().min(1).max(200).optional(),
  })
  .strict()
  .transform((given, context) => {
    const proof = proofOf(given);
    if (proof !== null) return proof;
    const message = 'expected user and password, or oidc_token, or refresh_token';
    context.addIssue({ code: 'custom', path: ['user'], message });
    return z.NEVER;
  });

interface Given {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly oidc_token?: string | undefined;
  readonly refresh_token?: string | undefined;
}

function proofOf({ user, password, oidc_token: oidcToken, refresh_token: refreshToken }: Given): Proof | null {
  const proofs: readonly Proof[] = [
    ...(user !== undefined && password !== undefined ? [{ user, password }] : []),
    ...(oidcToken === undefined ? [] : [{ oidcToken }]),
    ...(refreshToken === undefined ? [] : [{ refreshToken }]),
  ];
  return proofs.length === 1 ? (proofs[0] ?? null) : null;
}

export const signIn = endpoint({
  method: 'POST',
  path: '/login',
  auth: 'public',
  summary: 'Sign in with a password, a token of your OIDC provider, or a refresh token',
  wire: 'raw',
  input: Input,
  output: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    refresh_token: z.string(),
    user_id: z.string(),
  }),
  handle: async (proof, { app, request }) => {
    const signedIn = await signInAs(app, proof, request.address);
    return {
      access_token: signedIn.accessToken,
      token_type: 'Bearer' as const,
      expires_in: signedIn.expiresInSeconds,
      refresh_token: signedIn.refreshToken,
      user_id: signedIn.userId,
    };
  },
});
