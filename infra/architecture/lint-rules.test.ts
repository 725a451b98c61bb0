import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { runCommand } from '../test/run-command.ts';
import { root } from '../tree/root.ts';
import { lintBreaches } from './lint-breaches.ts';
import { writeMadeUpTree } from './made-up-tree.ts';

const Rules = z.record(z.string(), z.unknown()).default({});
const Config = z.looseObject({ rules: Rules, overrides: z.array(z.looseObject({ rules: Rules })) });
const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

const config = Config.parse(JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')));
const breaches = Object.entries(lintBreaches).map(([rule, { file, text }], index) => {
  return { rule, text, file: file ?? `apps/shop/src/use-cases/breach-${index}.ts` };
});

/** The project's own settings, with the rules of the house where they really are. */
const settings = { ...config, jsPlugins: [join(root, 'infra/lint/house-rules.ts')] };
const tsconfig = { compilerOptions: { strict: true, target: 'es2024', module: 'nodenext', types: [] } };
const tree = writeMadeUpTree({
  '.oxlintrc.json': JSON.stringify(settings),
  'tsconfig.json': JSON.stringify(tsconfig),
  ...Object.fromEntries(breaches.map(({ file, text }) => [file, `${text}\n`])),
});
afterAll(tree.remove);

let found: readonly string[] = [];
beforeAll(async () => {
  const { stdout } = await runCommand(['oxlint', '--format=json', 'apps'], { cwd: tree.folder });
  found = Report.parse(JSON.parse(stdout)).diagnostics.map(({ code, filename }) => `${code} in ${filename}`);
});

/** `house/no-double-assertion` is reported as `house(no-double-assertion)`, and a rule without a plugin as eslint's. */
const codeOf = (rule: string) => (rule.includes('/') ? rule.replace('/', '(') : `eslint(${rule}`).concat(')');

test.each(breaches)('$rule is seen to refuse a breach', ({ rule, file }) => {
  expect(found).toContain(`${codeOf(rule)} in ${file}`);
});

test('each lint rule that is switched on by name has its breach here', () => {
  const settingsOfAll = [config, ...config.overrides].flatMap(({ rules }) => Object.entries(rules));
  const switchedOn = settingsOfAll.filter(([, setting]) => setting !== 'off').map(([rule]) => rule);
  expect(breaches.map(({ rule }) => rule)).toEqual(expect.arrayContaining(switchedOn));
});
