import { setTimeout } from 'node:timers/promises';
import type { TokenIssuer } from '@intexuraos/testing';
import type { Addresses } from './addresses.ts';
import { asAccount } from './issuers.ts';

/** The jobs of `docs/operations/cloud.md`, much oftener than once in a minute. */
const jobs = [
  { service: 'actions-agent', path: '/internal/actions/retry-pending' },
  { service: 'whatsapp-service', path: '/internal/whatsapp/retry-pending' },
] as const;
const everyMs = 300;

/** Calls the sweeps as Cloud Scheduler does, one call of a job at a time. `stop` resolves after the last. */
export function startScheduler(google: TokenIssuer, addresses: Addresses): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;

  async function repeat({ service, path }: (typeof jobs)[number]): Promise<void> {
    const address = addresses[service];
    while (!signal.aborted) {
      const headers = { ...(await asAccount(google, 'scheduler', address)), 'content-type': 'application/json' };
      await called(fetch(`${address}${path}`, { method: 'POST', headers, body: '{}', signal }));
      await setTimeout(everyMs);
    }
  }

  const calling = Promise.all(jobs.map(repeat));
  return {
    async stop() {
      stopped.abort();
      await calling;
    },
  };
}

/** Whoever is dead at the moment is called again the next time. */
const called = (call: Promise<Response>): Promise<unknown> =>
  call.then((answer) => answer.arrayBuffer()).catch(() => undefined);
