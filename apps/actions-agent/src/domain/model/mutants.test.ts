import { afterAll, describe, expect, test } from '@jest/globals';
import { hunt } from './hunt.ts';
import { guardMutants, structuralMutants } from './mutants.ts';
import { scenariosFor } from './scenarios.ts';

const bounds = process.env['MODEL_BOUNDS'] === 'large' ? 'large' : 'small';
const scenarios = scenariosFor('small');
const caught = new Map<string, number>();

const neverLeased = 'a lease is held while it is processed and at no other time, which the model checks on every write';
const neverUnfit = 'every change of content takes the approval away, which the model checks on every write';

/**
 * Guards that nothing in the model comes to need: a second wall behind one that is checked. `guards.test.ts` sees each
 * of them refuse.
 */
const secondWalls: Readonly<Record<string, string>> = {
  'edit: approved to awaiting_approval, without not-leased': neverLeased,
  'reject: unasked/awaiting_approval/approved to rejected, without not-leased': neverLeased,
  'archive: unasked/awaiting_approval/approved to archived, without not-leased': neverLeased,
  'delete: unasked/awaiting_approval/approved to archived, without not-leased': neverLeased,
  'claim: approved to processing, without not-leased': neverLeased,
  'claim: approved to processing, without approval-fits': neverUnfit,
  'autoApprove: unasked to approved, without type-supported': 'no rule fits a type that is not there (rule-fits)',
  'expire: awaiting_approval to failed, without may-have-run': 'the row before takes what has not run',
  'askAgain: failed to awaiting_approval, without type-supported':
    'a type goes away only with another version of the service',
};

describe('somebody notices', () => {
  const mutants = [...guardMutants, ...structuralMutants].filter(({ name }) => !(name in secondWalls));

  test.each(mutants)('$name', (mutant) => {
    const noticed = hunt(mutant, scenarios);
    expect(noticed).not.toBeNull();
    if (noticed !== null) caught.set(noticed.promise, (caught.get(noticed.promise) ?? 0) + 1);
  });
});

test('the second walls are guards of the table', () => {
  const names = guardMutants.map(({ name }) => name);
  expect(Object.keys(secondWalls).filter((name) => !names.includes(name))).toEqual([]);
});

if (bounds === 'large') {
  describe('nobody notices a second wall missing', () => {
    test.each(guardMutants.filter(({ name }) => name in secondWalls))('$name', (mutant) => {
      expect(hunt(mutant, scenarios)).toBeNull();
    });
  });
}

afterAll(() => {
  const lines = [...caught]
    .sort(([, one], [, other]) => other - one)
    .map(([promise, count]) => `${count} by: ${promise}`);
  const total = [...caught.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${total} of ${guardMutants.length + structuralMutants.length} mutants caught by the model\n${lines.join('\n')}\n`,
  );
});
