import { createHmac } from 'node:crypto';
import { type Exchange, exchange } from '@intexuraos/http-exchange';
import type { Clock } from '@intexuraos/kernel';
import { BlockedAddressError, BlockedUrlError, type PublicAgents } from '@intexuraos/public-web';
import { Webhook } from 'standardwebhooks';
import type { CallbackSender } from '../../ports.ts';

interface Settings {
  readonly agents: PublicAgents;
  /** What people's secrets are made of. */
  readonly secret: string;
  readonly clock: Clock;
  /** For one attempt. */
  readonly deadlineMs: number;
}

/** The answer is not read: only its status says something. */
const bodyBytesMax = 64 * 1024;

/** Signed POSTs as https://www.standardwebhooks.com has them; redirects are not followed. */
export function createCallbackSender({ agents, secret, clock, deadlineMs }: Settings): CallbackSender {
  const secretOf = (userId: string) => `whsec_${createHmac('sha256', secret).update(userId).digest('base64')}`;
  return {
    secretOf,
    problemOf(text) {
      const url = URL.parse(text);
      return url === null ? 'expected an address' : problemWith(agents, url);
    },
    async send({ url: text, userId, id, body }) {
      const url = new URL(text);
      const problem = problemWith(agents, url);
      if (problem !== null) return `SSRF_BLOCKED: ${problem}`;
      const now = new Date(clock.now());
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secretOf(userId)).sign(id, now, body),
      };
      const request = { origin: url.origin, path: url.pathname + url.search, method: 'POST', headers, body } as const;
      return verdict(await exchange(agents.agentFor(url), request, { deadlineMs, bodyBytesMax }));
    },
  };
}

function problemWith(agents: PublicAgents, url: URL): string | null {
  try {
    agents.agentFor(url);
    return null;
  } catch (error) {
    if (error instanceof BlockedUrlError) return error.message;
    throw error;
  }
}

function verdict(answer: Exchange): string | null {
  if (answer.kind === 'no_response') return problemOfSilence(answer);
  return answer.status >= 200 && answer.status < 300 ? null : `answered ${answer.status}`;
}

const problemOfSilence = ({ reason, cause }: Extract<Exchange, { kind: 'no_response' }>) =>
  cause instanceof BlockedAddressError ? `SSRF_BLOCKED: ${cause.message}` : `no answer: ${reason}`;
