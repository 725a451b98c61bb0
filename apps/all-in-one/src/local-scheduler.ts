import type { Logger } from '@intexuraos/kernel';
import { request } from 'undici';

interface Job {
  readonly path: string;
  readonly everyMs: number;
}

/** What Cloud Scheduler does in the cloud: calls each service's sweep, one call of a job at a time. */
export function startScheduler(
  jobs: readonly Job[],
  { baseUrl, internalAuthToken, log }: { baseUrl: string; internalAuthToken: string; log: Logger },
): { stop(): void } {
  const stopped = new AbortController();

  async function call({ path }: Job): Promise<void> {
    const headers = { 'x-internal-auth': internalAuthToken, 'content-type': 'application/json' };
    const { statusCode, body } = await request(`${baseUrl}${path}`, {
      method: 'POST',
      headers,
      body: '{}',
      signal: stopped.signal,
    });
    await body.dump();
    if (statusCode >= 300) log.warn({ path, statusCode }, 'a sweep was refused');
  }

  const timers = jobs.map((job) => {
    let running = false;
    const tick = () => {
      if (running) return;
      running = true;
      call(job)
        .catch((error: unknown) => stopped.signal.aborted || log.warn({ path: job.path, err: error }, 'a sweep failed'))
        .finally(() => {
          running = false;
        });
    };
    tick();
    return setInterval(tick, job.everyMs);
  });

  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
      stopped.abort();
    },
  };
}
