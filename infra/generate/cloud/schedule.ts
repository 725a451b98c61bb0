import { cloudServices } from './services.ts';

export interface JobFacts {
  readonly name: string;
  readonly service: string;
  readonly path: string;
  /** As cron has it, or null: somebody calls it by hand. */
  readonly schedule: string | null;
  readonly summary: string;
}

const everyMinute = '* * * * *';
const isSweep = (path: string) => path.endsWith('/retry-pending');

/** Every endpoint that Cloud Scheduler may call; sweeps are called once a minute. */
export const cloudJobs = (): readonly JobFacts[] =>
  cloudServices.flatMap(({ name: service, routes }) =>
    routes
      .filter((route) => route.kind === 'endpoint')
      .filter(({ spec }) => spec.auth === 'scheduler')
      .map(({ spec: { path, summary } }) => ({
        name: `${service}-${path.split('/').at(-1)}`,
        service,
        path,
        schedule: isSweep(path) ? everyMinute : null,
        summary,
      })),
  );
