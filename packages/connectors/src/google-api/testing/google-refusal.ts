import type { StandInAnswer } from '../../testing/http-stand-in.ts';

interface Words {
  readonly reason: string;
  readonly domain?: string;
  readonly message: string;
}

const words: Readonly<Record<number, Words>> = {
  400: { reason: 'badRequest', message: 'Bad Request' },
  401: { reason: 'authError', message: 'Invalid Credentials' },
  403: { reason: 'insufficientPermissions', message: 'Request had insufficient authentication scopes.' },
  404: { reason: 'notFound', message: 'Not Found' },
  409: { reason: 'duplicate', message: 'The requested identifier already exists.' },
  429: { reason: 'rateLimitExceeded', domain: 'usageLimits', message: 'Rate Limit Exceeded' },
  500: { reason: 'backendError', message: 'Backend Error' },
  503: { reason: 'backendError', message: 'The service is currently unavailable.' },
};

/** How Google's APIs say no. */
export function googleRefusal(status: number, said: Partial<Words> = {}): StandInAnswer {
  const { reason, domain = 'global', message } = { ...(words[status] ?? words[500]), ...said };
  return { status, body: { error: { code: status, message, errors: [{ domain, reason, message }] } } };
}
