import { describe, expect, test } from '@jest/globals';
import { hunt } from './hunt.ts';
import { guardMutants, structuralMutants } from './mutants.ts';
import { scenariosFor } from './scenarios.ts';

const scenarios = scenariosFor('small');
const minutes = 60_000;

/** What these guard is already impossible by what other rows write; `second-guards.test.ts` holds them to their word. */
const secondGuards = new Set([
  'edit: approved to awaiting_approval, without not-leased',
  'autoApprove: unasked to approved, without type-supported',
  'reject: unasked/awaiting_approval/approved to rejected, without not-leased',
  'archive: unasked/awaiting_approval/approved to archived, without not-leased',
  'delete: unasked/awaiting_approval/approved to archived, without not-leased',
  'expire: awaiting_approval to failed, without may-have-run',
  'claim: approved to processing, without approval-fits',
  'claim: approved to processing, without not-leased',
  'askAgain: failed to awaiting_approval, without type-supported',
]);

describe('without it, a promise breaks', () => {
  const needed = [...guardMutants.filter(({ name }) => !secondGuards.has(name)), ...structuralMutants];
  test.each(needed)(
    '$name',
    (mutant) => {
      expect(hunt(mutant, scenarios)).not.toBeNull();
    },
    10 * minutes,
  );

  test('the second guards are guards of the table', () => {
    expect(guardMutants.map(({ name }) => name)).toEqual(expect.arrayContaining([...secondGuards]));
  });
});
