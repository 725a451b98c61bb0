/** A file that breaks a lint rule. */
interface Breach {
  readonly file?: string;
  readonly text: string;
}

/** One breach of each rule that `.oxlintrc.json` names; what it takes over as a category is represented by one. */
export const lintBreaches: Readonly<Record<string, Breach>> = {
  eqeqeq: { text: 'export const same = (a: string, b: string) => a == b;' },
  'no-console': { text: "console.log('sold');" },
  'no-debugger': { text: 'debugger;' },
  'house/no-ambient-time-or-chance': { text: 'export const now = () => new Date();' },
  'house/no-double-assertion': { text: 'export const price = 1 as unknown as string;' },
  'house/status-changes-in-the-domain': {
    file: 'apps/actions-agent/src/use-cases/finish.ts',
    text: "export const finish = (action: { status: string }) => ({ ...action, status: 'completed' });",
  },
  'import/no-default-export': { text: 'export default 1;' },
  'jest/no-disabled-tests': {
    file: 'apps/shop/src/a.test.ts',
    text: "import { test } from '@jest/globals';\ntest.skip('sells', () => undefined);",
  },
  'jest/no-focused-tests': {
    file: 'apps/shop/src/b.test.ts',
    text: "import { test } from '@jest/globals';\ntest.only('sells', () => undefined);",
  },
  'node/no-process-env': { text: "export const port = process.env['PORT'];" },
  'typescript/ban-ts-comment': { text: ['// @ts', 'nocheck\nexport const price: string = 1;'].join('-') },
  'typescript/no-explicit-any': { text: 'export const price = (goods: any): number => Number(goods);' },
  'typescript/no-floating-promises': { text: 'const sell = async () => 1;\nsell();' },
  'typescript/no-misused-promises': { text: 'const sell = async () => 1;\n[1].forEach(sell);' },
  'typescript/no-misused-spread': { text: 'const sell = () => 1;\nexport const copy = { ...sell };' },
  'typescript/no-non-null-assertion': { text: 'export const length = (text: string | null) => text!.length;' },
  'typescript/no-unnecessary-type-assertion': {
    text: "const name: string = 'pear';\nexport const same = name as string;",
  },
  'typescript/no-unsafe-argument': { text: "export const price = Math.abs(JSON.parse('1'));" },
  'typescript/no-unsafe-assignment': { text: "export const price: number = JSON.parse('1');" },
  'typescript/no-unsafe-call': { text: "JSON.parse('1')();" },
  'typescript/no-unsafe-member-access': { text: "export const price: unknown = JSON.parse('{}').price;" },
  'typescript/no-unsafe-return': { text: "export const price = (): number => JSON.parse('1');" },
  'typescript/switch-exhaustiveness-check': {
    text: "export function name(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}",
  },
};
