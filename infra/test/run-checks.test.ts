import { expect, test } from '@jest/globals';
import { type Check, failed, type Outcome, passed } from './check.ts';
import { runChecks } from './run-checks.ts';
import { toolCheck } from './tool-check.ts';

const check = (name: string, outcome: Outcome): Check => ({ name, run: async () => outcome });

async function run(...checks: readonly Check[]) {
  const lines: string[] = [];
  const code = await runChecks(checks, (text) => lines.push(...text.split('\n')));
  return { code, lines, last: lines.at(-1) };
}

test('the last line counts all checks and suites, and the exit code is 0 when nothing failed', async () => {
  const suites = check('tests', { passed: 40, failed: 0, skipped: 0, details: '' });
  expect(await run(check('format', passed()), suites)).toMatchObject({ code: 0, last: '41 passed, 0 failed' });
});

test('what was skipped is counted apart', async () => {
  const suites = check('tests', { passed: 40, failed: 0, skipped: 2, details: '' });
  expect(await run(suites)).toMatchObject({ code: 0, last: '40 passed, 0 failed, 2 skipped' });
});

test('one failure fails the run, is told in full, and does not keep the other checks from running', async () => {
  const { code, last, lines } = await run(
    check('lint', failed('basket.ts:1: no\nshop.ts:2: no')),
    check('types', passed()),
  );
  expect({ code, last }).toEqual({ code: 1, last: '1 passed, 1 failed' });
  expect(lines).toEqual(expect.arrayContaining(['basket.ts:1: no', 'shop.ts:2: no']));
});

test('a check that cannot even look is a failure', async () => {
  const { code, last } = await run(toolCheck('lint', 'no-such-tool --at-all'));
  expect({ code, last }).toEqual({ code: 1, last: '0 passed, 1 failed' });
});

test('a tool is judged by its exit code, and what it printed is the reason', async () => {
  const grumbles = 'node --eval console.log("untidy");process.exitCode=3';
  expect(await toolCheck('tidy', grumbles, 'Tidy up.').run()).toEqual(failed(`$ ${grumbles}\nuntidy\nTidy up.`));
  expect(await toolCheck('tidy', 'node --version').run()).toEqual(passed());
});
