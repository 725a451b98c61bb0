import { AppError } from '@intexuraos/kernel';
import { ConfigError } from '../configuration/config-error.ts';
import { maskSecrets } from './redact-text.ts';

const messageCharsMax = 500;
const framesMax = 12;
const causesMax = 4;

const isOwn = (error: Error) => error instanceof AppError || error instanceof ConfigError;

/** Only the frames: V8 puts the message in front of them, and the message is shown or masked on its own. */
const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, framesMax)
    .map((line) => line.trim());

const codeOf = (error: Error) =>
  'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;

/**
 * An error for the log. Messages of our own errors stand as they are; those of others may quote a token, a header or a
 * person's text, so whatever looks like one is masked. Other properties (`config`, `response`) are left out.
 */
export function errorFacts(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? maskSecrets(error) : typeof error;
  const message = isOwn(error) ? error.message : maskSecrets(error.message.slice(0, messageCharsMax));
  const cause = error.cause === undefined || depth >= causesMax ? undefined : errorFacts(error.cause, depth + 1);
  return { type: error.name, code: codeOf(error), message, stack: framesOf(error), cause };
}
