import type { Random } from '@intexuraos/kernel';

const sane = /^[A-Za-z0-9_-]{8,64}$/;

/** The caller's own X-Request-Id where it is harmless in a log and an answer, else a new one. */
export const requestId = (given: string | string[] | undefined, random: Random): string =>
  typeof given === 'string' && sane.test(given) ? given : random.uuid();
