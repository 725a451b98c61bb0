import type { Performance } from './performance.ts';

/** What a person reads on their phone when nobody can tell whether something happened. */
export const unknownNotice = ({ wished, failure, requestId }: Performance): string =>
  [
    `I do not know whether this happened: ${wished.platform} ${wished.operation.replaceAll('_', ' ')}.`,
    `${failure?.message ?? 'There was no answer'}.`,
    'Look there before you do it again: I will not try it by myself.',
    `Request ${requestId}`,
  ].join('\n');
