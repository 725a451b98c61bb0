import { basename } from 'node:path';
import { isCode } from '../tree/tree.ts';
import type { TidyRule } from './tidy-rule.ts';

const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*$/;
const sayNothing = /^(utils?|helpers?|commons?|managers?|misc|impl)$/;

/** `answer-approval.test.ts` is `answer-approval`; a folder is its name. */
const stemsOf = (path: string): readonly string[] => path.split('/').map((part) => part.replace(/(?<=.)\..*$/, ''));

/** A test may be a long table of cases; code may not. */
const linesMax = (path: string) => (path.endsWith('.test.ts') ? 650 : 300);

export const names: readonly TidyRule[] = [
  {
    title: 'files and folders are named in kebab-case',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => isCode(path) && !stemsOf(path).every((stem) => kebab.test(stem)))
        .map(
          (path) => `${path}: name it in kebab-case by what it exports, e.g. answer-approval.ts for answerApproval.`,
        ),
    broken: { 'apps/shop/src/addToBasket.ts': '' },
  },
  {
    title: 'a name says what is inside',
    find: (tree) =>
      [...tree.keys()]
        .filter(
          (path) =>
            isCode(path) &&
            stemsOf(path)
              .flatMap((stem) => stem.split('-'))
              .some((word) => sayNothing.test(word)),
        )
        .map((path) => `${path}: name it by what it exports, or move what it holds to where it is used.`),
    broken: { 'apps/shop/src/price-utils.ts': '' },
  },
  {
    title: 'no file is longer than 300 lines, no test than 650',
    find: (tree) =>
      [...tree]
        .filter(([path, text]) => isCode(path) && text.trimEnd().split('\n').length > linesMax(path))
        .map(
          ([path]) => `${path}: find the two things in it and give each a file; most files here have 50 to 150 lines.`,
        ),
    broken: { 'apps/shop/src/basket.ts': 'export {};\n'.repeat(301) },
  },
  {
    title: 'a test stands beside what it tests',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => /\/(__tests__|__mocks__|tests?)\/.*\.tsx?$/.test(path) && !path.startsWith('infra/test/'))
        .map((path) => `${path}: put ${basename(path)} beside the source it tests.`),
    broken: { 'apps/shop/src/__tests__/basket.test.ts': '' },
  },
];
