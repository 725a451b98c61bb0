import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'nothing',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date like "2026-11-30"',
  datetime: 'a date and time like "2026-11-30T15:00:00+01:00"',
  time: 'a time like "15:00"',
  email: 'an e-mail address',
  url: 'an address like "https://example.com"',
  uuid: 'a UUID',
  json_string: 'JSON',
};

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
  map: ['entry', 'entries'],
  record: ['entry', 'entries'],
};

function amount(origin: string, bound: number | bigint): string {
  const [one, many] = units[origin] ?? [];
  const unit = Number(bound) === 1 ? one : many;
  return unit === undefined ? String(bound) : `${bound} ${unit}`;
}

const tooSmall = ({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>) => {
  if (origin === 'string' && Number(minimum) === 1) return 'a text that is not empty';
  return inclusive === false ? `more than ${amount(origin, minimum)}` : `at least ${amount(origin, minimum)}`;
};

const tooBig = ({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>) =>
  inclusive === false ? `less than ${amount(origin, maximum)}` : `at most ${amount(origin, maximum)}`;

/** What each of the possible forms would have wanted; they have been put in words already. */
function anyOf({ errors }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string | undefined {
  const wanted = new Set(errors.flatMap(([first]) => (first === undefined ? [] : [first.message])));
  const expected = [...wanted].filter((message) => message.startsWith('expected '));
  return expected.length === 0 ? undefined : expected.map((message) => message.slice('expected '.length)).join(' or ');
}

function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected];
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return issue.values.length === 1 ? JSON.stringify(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return formats[issue.format];
    case 'invalid_union':
      return anyOf(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    default:
      return undefined;
  }
}

/**
 * What a value should have been, in words for whoever typed it; the `error` option of a zod parse. Where the schema has
 * words of its own they stand.
 */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined && issue.code === 'invalid_type') return 'is missing';
  const expected = expectation(issue);
  return expected === undefined ? undefined : `expected ${expected}`;
};
