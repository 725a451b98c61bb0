import { dirname } from 'node:path';
import { isCode, isForTests, isTest, type Tree } from '../tree/tree.ts';
import type { TidyRule } from './tidy-rule.ts';

/** Folders beside a `define.ts` with an `index.ts` of their own: things of one kind, which meet in one registry. */
function entriesOf(tree: Tree, registry: string): readonly string[] {
  const entries = [...tree.keys()].filter((path) => dirname(dirname(path)) === registry && path.endsWith('/index.ts'));
  return entries.filter((path) => !isForTests(path)).map((path) => dirname(path).slice(registry.length + 1));
}

const imports = (text: string | undefined, file: string): boolean => text?.includes(`'./${file}'`) ?? false;

/** Packages that export each folder as a subpath (`./*`) have the manifest as their registry. */
function isExportedAsSubpath(tree: Tree, registry: string): boolean {
  return tree.get(`${dirname(registry)}/package.json`)?.includes('"./*"') ?? false;
}

export const registries: readonly TidyRule[] = [
  {
    title: 'each folder beside a define.ts is in the registry',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => path.endsWith('/define.ts') && !isExportedAsSubpath(tree, dirname(path)))
        .flatMap((path) =>
          entriesOf(tree, dirname(path))
            .filter((entry) => !imports(tree.get(`${dirname(path)}/index.ts`), `${entry}/index.ts`))
            .map((entry) => `${dirname(path)}/${entry}: add it to ${dirname(path)}/index.ts, or nobody will find it.`),
        ),
    broken: {
      'apps/shop/src/goods/define.ts': '',
      'apps/shop/src/goods/index.ts': "import { apple } from './apple/index.ts';",
      'apps/shop/src/goods/apple/index.ts': '',
      'apps/shop/src/goods/pear/index.ts': '',
    },
  },
  {
    title: 'each endpoint is in the table of contents',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => /^apps\/[^/]+\/src\/endpoints\/[^/]+\.ts$/.test(path) && !isTest(path))
        .filter((path) => /\b(endpoint|stream|subscription)\(/.test(tree.get(path) ?? ''))
        .filter((path) => !imports(tree.get(`${dirname(path)}/index.ts`), path.slice(dirname(path).length + 1)))
        .map((path) => `${path}: add it to ${dirname(path)}/index.ts, or nobody can call it.`),
    broken: {
      'apps/shop/src/endpoints/endpoint.ts': '',
      'apps/shop/src/endpoints/index.ts': '',
      'apps/shop/src/endpoints/buy-pear.ts': 'export const buyPear = endpoint({});',
    },
  },
  {
    title: 'each contract suite is run over at least two implementations',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => path.endsWith('.contract.ts'))
        .filter((path) => [...tree].filter(([user, text]) => isTest(user) && importsContract(text, path)).length < 2)
        .map((path) => `${path}: run it in the test of each implementation of the port, the fake first.`),
    broken: {
      'packages/shelf/src/shelf.contract.ts': '',
      'packages/shelf/src/memory/memory.test.ts': "import { shelfContract } from '../shelf.contract.ts';",
    },
  },
];

function importsContract(text: string, contract: string): boolean {
  const file = contract.slice(dirname(contract).length + 1);
  return isCode(contract) && new RegExp(`from '[^']*/${file.replaceAll('.', '\\.')}'`).test(text);
}
