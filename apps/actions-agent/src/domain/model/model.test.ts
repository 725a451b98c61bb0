import { afterAll, describe, expect, test } from '@jest/globals';
import { lifecycle } from '../lifecycle.ts';
import { explore } from './explore.ts';
import { createModel } from './model.ts';
import { commandNames, soundRules } from './mutants.ts';
import { moveName } from './reducer.ts';
import { scenariosFor } from './scenarios.ts';

/** `MODEL_BOUNDS=large` searches about two million states, which takes a minute and 2 GB. */
const bounds = process.env['MODEL_BOUNDS'] === 'large' ? 'large' : 'small';
const rules = soundRules();
const found: string[] = [];

function search(scenario: ReturnType<typeof scenariosFor>[number], how: typeof rules) {
  const startedAt = performance.now();
  const { states, steps, violations } = explore(createModel(scenario, how));
  found.push(`${states} states, ${steps} steps, ${Math.round(performance.now() - startedAt)} ms: ${scenario.title}`);
  return violations;
}

describe('no order of events breaks a promise', () => {
  test.each(scenariosFor(bounds))(
    '$title',
    (scenario) => {
      expect(search(scenario, rules)).toEqual([]);
    },
    300_000,
  );
});

describe('nor where each handler takes its time between reading and writing', () => {
  const apart = { ...rules, readsApart: true };
  const inTime = scenariosFor('small').slice(0, bounds === 'large' ? -1 : 4);

  test.each(inTime)(
    '$title',
    (scenario) => {
      expect(search(scenario, apart)).toEqual([]);
    },
    300_000,
  );
});

test('every move of the table was made, so that none is trusted unseen', () => {
  const moves = commandNames.flatMap((name) =>
    lifecycle[name].flatMap(({ from }) => from.map((phase) => moveName(name, phase))),
  );
  const unseen = moves.filter((move) => !rules.reducer.moves.has(move));
  expect(unseen.filter((move) => !/^(told|delivery) /.test(move))).toEqual([]);
});

afterAll(() => void process.stdout.write(`${found.join('\n')}\n`));
