import { ConfigError, type Environment, parseEnvironment } from '@intexuraos/http-server';
import { z } from 'zod';

const PrivateKey = z.looseObject({ kty: z.literal('EC'), kid: z.string().min(1) });

/** A JSON text that is a key; the message never quotes it. */
const PrivateKeyText = z.string().transform((text, context) => {
  try {
    return PrivateKey.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'expected a private ES256 key with a kid, as a JWK' });
    return z.NEVER;
  }
});

export const LoginVariables = z.object({
  INTEXURAOS_LOGIN_PRIVATE_KEY: PrivateKeyText.optional().describe(
    'what tokens are signed with for those who sign in at `/login`: an ES256 key as a JWK; without it nobody does',
  ),
  INTEXURAOS_LOGIN_ISSUER: z
    .string()
    .min(1)
    .default('https://login.intexuraos.invalid/')
    .describe('`iss` of those tokens'),
  INTEXURAOS_LOGIN_AUDIENCE: z.string().min(1).default('intexuraos').describe('`aud` of those tokens'),
  INTEXURAOS_LOGIN_OIDC_ISSUER: z.string().min(1).optional().describe('the OIDC provider whose tokens `/login` takes'),
  INTEXURAOS_LOGIN_OIDC_AUDIENCE: z.string().min(1).optional().describe('`aud` of those: the client’s id'),
  INTEXURAOS_LOGIN_OIDC_JWKS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where that provider shows its keys'),
});

const Operator = z.object({
  INTEXURAOS_OPERATOR_CLAIM: z.string().min(1).default('scope'),
  INTEXURAOS_OPERATOR_VALUE: z.string().min(1).default('intexuraos:operate'),
});

/** Throws ConfigError naming all that is missing or malformed. */
export function readLoginConfig(env: Environment) {
  const variables = parseEnvironment(LoginVariables, env);
  const { INTEXURAOS_OPERATOR_CLAIM: name, INTEXURAOS_OPERATOR_VALUE: value } = parseEnvironment(Operator, env);
  const { INTEXURAOS_LOGIN_PRIVATE_KEY: privateKey, INTEXURAOS_LOGIN_ISSUER: issuer } = variables;
  const audience = variables.INTEXURAOS_LOGIN_AUDIENCE;
  return {
    issuer: privateKey === undefined ? null : { issuer, audience, privateKey, operator: { name, value } },
    identityProvider: identityProviderOf(variables),
  };
}

function identityProviderOf(variables: z.infer<typeof LoginVariables>) {
  const {
    INTEXURAOS_LOGIN_OIDC_ISSUER: issuer,
    INTEXURAOS_LOGIN_OIDC_AUDIENCE: audience,
    INTEXURAOS_LOGIN_OIDC_JWKS_URL: jwksUrl,
  } = variables;
  if (issuer !== undefined && audience !== undefined && jwksUrl !== undefined) return { issuer, audience, jwksUrl };
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return null;
  throw new ConfigError(['set all of INTEXURAOS_LOGIN_OIDC_ISSUER, _AUDIENCE and _JWKS_URL, or none']);
}
