import type { Action } from './action.ts';

/** One line of a list. */
export const lineOf = ({ id, type, status, ask, wording }: Action): string =>
  [id, status.padEnd(17), type.padEnd(9), ask === null ? '      ' : `#${ask.code}`, wording.title].join('  ');

/** Everything that is sent when it is approved, in the words of the question. */
export function questionOf({ ask, wording: { verb, title, facts, problem } }: Action): string {
  return [
    `${verb}?${ask === null ? '' : ` #${ask.code}`}`,
    `  ${title}`,
    ...facts.map(({ label, value }) => `  ${label}: ${value.replaceAll('\n', '\n    ')}`),
    ...(problem === null ? [] : [`  It cannot be done yet: ${problem}`]),
  ].join('\n');
}

/** How it stands and what came of it. */
export function standingOf({ status, nextAttemptAt, failure, payload }: Action): string {
  const url = payload['resourceUrl'];
  return [
    `  Status: ${status}${nextAttemptAt === null ? '' : `, to be done at ${nextAttemptAt}`}`,
    ...(failure === null ? [] : [`  ${troubleOf(status)}: ${failure.message} (${failure.code})`]),
    ...(typeof url === 'string' ? [`  Result: ${url}`] : []),
  ].join('\n');
}

const troubleOf = (status: Action['status']) => (status === 'pending' ? 'Not done yet, it is tried again' : 'Failed');
