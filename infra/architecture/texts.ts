import { isCode, isForTests, isTest } from '../tree/tree.ts';
import type { TidyRule } from './tidy-rule.ts';

/** All code but this file, which has to name what it forbids. */
const isOtherCode = (path: string): boolean => isCode(path) && path !== 'infra/architecture/texts.ts';

/** Refuses to start with an emulator in production, so it has to name both. */
const refusesEmulators = 'packages/platform/src/refuse-test-settings.ts';

interface ForbiddenText {
  readonly title: string;
  readonly where: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly instead: string;
  /** A file that breaks the rule with the line `seen`. The parts are joined here, so that no line of this file breaks it. */
  readonly seen: readonly string[];
  readonly seenIn?: string;
}

function forbid({ title, where, pattern, instead, seen, seenIn = 'apps/shop/src/basket.ts' }: ForbiddenText): TidyRule {
  return {
    title,
    find: (tree) =>
      [...tree]
        .filter(([path]) => where(path))
        .flatMap(([path, text]) =>
          text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${instead}`] : [])),
        ),
    broken: { [seenIn]: seen.join('') },
  };
}

/** Lines that stand nowhere. What oxlint finds better (`any`, console, skipped tests) is its business. */
export const texts: readonly TidyRule[] = [
  forbid({
    title: 'nothing is left for later in the code',
    where: isOtherCode,
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    instead: 'Do it now, or write it down where work is planned.',
    seen: ['// TO', 'DO: prices'],
  }),
  forbid({
    title: 'no rule is switched off in place',
    where: isCode,
    pattern: /(oxlint|eslint|biome|dependency-cruiser)-(disable|ignore)|@ts-(ignore|nocheck|expect-error)/,
    instead: 'Change the code, or the rule for everybody with its reason.',
    seen: ['// oxlint-', 'disable-next-line no-console'],
  }),
  forbid({
    title: 'no path of one machine is in the project',
    where: (path) => !isTest(path),
    pattern: /(?<![\w./:~-])\/(home|Users|root|work|farm|tmp)\//,
    instead: "Start from import.meta.dirname, os.tmpdir() or a setting; the reader's machine has other folders.",
    seen: ["const prices = '/ho", "me/anna/prices.json';"],
  }),
  forbid({
    title: 'nothing reaches outside the project but tests that read the corpora',
    where: (path) => isCode(path) && path.includes('/src/') && !isForTests(path),
    pattern: /\.\.\/shared\b/,
    instead: 'Only tests read the corpora beside the checkout, and they say loudly when these are absent.',
    seen: ["readFileSync('../sha", "red/data/prices.json')"],
  }),
  forbid({
    title: 'authentication has no switch, and nothing asks whether it runs against an emulator',
    where: (path) =>
      isCode(path) && !isForTests(path) && !path.startsWith('packages/testing/') && path !== refusesEmulators,
    pattern:
      /(skip|bypass|disable|without|no)_?auth|auth\w*(disabled|skipped|bypass)|EMULATOR_HOST|isEmulator|NODE_ENV/i,
    instead: 'Pass in another verifier, issuer or address: the same code runs everywhere.',
    seen: ['if (config.skip', 'Auth) return next();'],
  }),
  forbid({
    title: 'no test is planned instead of written',
    where: isTest,
    pattern: /\b(test|it)\.todo\(/,
    instead: 'Write the test.',
    seen: ['test.to', "do('prices')"],
    seenIn: 'apps/shop/src/basket.test.ts',
  }),
  forbid({
    title: 'no test depends on the folder it is started in',
    where: (path) => isTest(path) || path.includes('/testing/'),
    pattern: /process\.cwd\(\)/,
    instead: 'Start from import.meta.dirname: all packages are tested by one process in the top folder.',
    seen: ['join(process.', "cwd(), 'prices.json')"],
    seenIn: 'apps/shop/src/basket.test.ts',
  }),
];
