import { AppError } from '@intexuraos/kernel';
import type { Service } from '../define.ts';

/** Resolves when every service can do its work. Throws UNAVAILABLE, with the names of those that cannot and no more. */
export async function ready(services: readonly Service[], isClosing: boolean): Promise<void> {
  if (isClosing) throw new AppError('UNAVAILABLE', 'The server is closing');
  const answers = await Promise.all(services.map(problemOf));
  const problems = answers.filter((problem) => problem !== null);
  const names = problems.map(({ name }) => name).join(', ');
  if (problems.length > 0) throw new AppError('UNAVAILABLE', `Not ready: ${names}`, { cause: problems[0]?.cause });
}

const problemOf = (service: Service) =>
  service.ready().then(
    () => null,
    (cause: unknown) => ({ name: service.name, cause }),
  );
