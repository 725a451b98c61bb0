import { createQuota, type Service } from '@intexuraos/http-server';
import { systemClock } from '@intexuraos/kernel';
import type { AllInOneConfig } from './config.ts';
import { issueUserToken } from './first-start/local-issuer.ts';
import { localPerson } from './first-start/local-person.ts';
import { newSignInCode } from './first-start/new-sign-in-code.ts';
import type { Secrets } from './first-start/secrets.ts';
import { createSignIn } from './web-app/sign-in.ts';
import { createWebApp } from './web-app/web-app.ts';

/** A person may mistype a few times; a guesser has no use for so few tries. */
const signInRate = { count: 60, windowMs: 60_000 };
const tokenDays = 30;

/** The web app of this machine, and the link that signs its person in while this process runs. */
export function openWebApp(
  { baseUrl, webDir, hasSimulator }: AllInOneConfig,
  secrets: Secrets,
): { readonly service: Service; readonly signInUrl: string } {
  const code = newSignInCode();
  const { userId, isOperator } = localPerson;
  const service = createWebApp({
    directory: webDir,
    config: { apiBaseUrl: '', signIn: { kind: 'local' }, simulator: hasSimulator },
    signIn: createSignIn({
      code,
      quota: createQuota({ 'sign-in': signInRate }, systemClock),
      issue: async () => ({ userId, ...(await issueUserToken(secrets, { userId, isOperator, days: tokenDays })) }),
    }),
  });
  return { service, signInUrl: `${baseUrl}/#/sign-in?code=${code}` };
}
