import { describe, expect, test } from '@jest/globals';
import { hunt } from './hunt.ts';
import { guardMutants, structuralMutants } from './mutants.ts';
import { scenariosFor } from './scenarios.ts';

const scenarios = scenariosFor('small');
const minutes = 60_000;

/** What these guard is already impossible by what other rows write; `second-guards.test.ts` holds them to their word. */
const secondGuards = new Set([
  'edit from approved without not-leased',
  'autoApprove from unasked without type-supported',
  'reject from unasked/awaiting_approval/approved without not-leased',
  'archive from unasked/awaiting_approval/approved without not-leased',
  'delete from unasked/awaiting_approval/approved without not-leased',
  'expire from awaiting_approval without may-have-run',
  'claim from approved without approval-fits',
  'claim from approved without not-leased',
  'askAgain from failed without type-supported',
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
