import type { Scenario } from './model.ts';
import type { Limits } from './world.ts';

interface Corner extends Scenario {
  /** For a long search, beside the limits. */
  readonly more: Limits;
}

/** What is nearest to going wrong in one place; first what notices most. */
const corners: readonly Corner[] = [
  {
    title: 'somebody says what nobody asked for',
    types: ['keyed', 'unkeyed', 'prepared', 'sure', 'sure-prepared', 'risky', 'timed', 'had', 'unsupported'],
    limits: { yes: 1, edit: 1, careless: 1 },
    more: { yes: 2, careless: 2, crash: 1, fault: 1 },
  },
  {
    title: 'somebody says it after a failure',
    types: ['keyed', 'unkeyed'],
    limits: { yes: 2, fault: 2, retry: 1, careless: 1 },
    more: { lease: 1, edit: 1 },
  },
  {
    title: 'the person has it already',
    types: ['had'],
    limits: { yes: 1, end: 2, fault: 1, retry: 1 },
    more: { yes: 2, edit: 1, crash: 1, twice: 1 },
  },
  {
    title: 'a target without keys',
    types: ['unkeyed'],
    limits: { yes: 2, fault: 1, crash: 1, retry: 1, end: 1 },
    more: { lease: 1, fault: 2, no: 1, twice: 1 },
  },
  {
    title: 'nobody answers in time',
    types: ['keyed', 'unkeyed'],
    limits: { yes: 2, fault: 2, retry: 1, expiry: 1, undelivered: 1 },
    more: { no: 1, twice: 1 },
  },
  {
    title: 'the type is wrong',
    types: ['keyed', 'unsupported'],
    limits: { yes: 1, retype: 2 },
    more: { web: 1, crash: 1, twice: 1 },
  },
  {
    title: 'a yes that quotes nothing',
    types: ['keyed', 'prepared'],
    limits: { unquoted: 2, twice: 1, edit: 1 },
    more: { retry: 1, fault: 1, crash: 1 },
  },
  {
    title: 'the facts are not known',
    types: ['prepared'],
    limits: { yes: 1, unclear: 1, fault: 1, edit: 1 },
    more: { yes: 2, crash: 1 },
  },
  {
    title: 'an edit after a failure',
    types: ['keyed'],
    limits: { yes: 2, fault: 2, retry: 1, edit: 1, end: 1 },
    more: { lease: 1, twice: 1 },
  },
  {
    title: 'a yes on the page',
    types: ['keyed', 'timed'],
    limits: { web: 1, yes: 1, edit: 1 },
    more: { web: 2, end: 1, crash: 1 },
  },
  {
    title: 'the person is not understood',
    types: ['keyed'],
    limits: { unclear: 2, twice: 1, edit: 1 },
    more: { yes: 1, no: 1 },
  },
  {
    title: 'a rule approves',
    types: ['sure', 'sure-prepared', 'risky'],
    limits: { crash: 1, twice: 1, fault: 1, edit: 1, end: 1 },
    more: { fault: 2, yes: 1, retry: 1 },
  },
  {
    title: 'a worker is slow',
    types: ['keyed', 'unkeyed'],
    limits: { yes: 2, fault: 1, lease: 1, retry: 1, edit: 1 },
    more: { lease: 2, crash: 1 },
  },
  {
    title: 'everything at once',
    types: ['keyed'],
    limits: { yes: 2, crash: 1, twice: 1, lease: 1, edit: 1, end: 1 },
    more: { crash: 2, fault: 1 },
  },
];

/** `large` takes minutes: for a night, or after a change of the lifecycle. */
export function scenariosFor(bounds: 'small' | 'large'): readonly Scenario[] {
  return corners.map(({ title, types, limits, more }) => ({
    title,
    types,
    limits: bounds === 'large' ? { ...limits, ...more } : limits,
  }));
}
