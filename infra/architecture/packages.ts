import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Tree } from '../tree/tree.ts';
import type { TidyRule } from './tidy-rule.ts';

const Dependencies = z.record(z.string(), z.string()).default({});

/** The parts of a package.json that are looked at. */
const Manifest = z.object({
  dependencies: Dependencies,
  devDependencies: Dependencies,
  optionalDependencies: Dependencies,
  exports: z.record(z.string(), z.object({ source: z.string() })).default({}),
});

function manifestsOf(tree: Tree): readonly (z.infer<typeof Manifest> & { path: string })[] {
  const found = [...tree].filter(([path]) => path.endsWith('/package.json') || path === 'package.json');
  return found.map(([path, text]) => ({ path, ...Manifest.parse(JSON.parse(text)) }));
}

const isExact = (version: string): boolean => version === 'workspace:*' || /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);

/** The rooms of an app; each has one meaning in all apps. The last ones are registries of their own kind of thing. */
const rooms =
  /^(main|config(\/[\w-]+)?|compose|service|ports)(\.\w+)*\.ts$|^(domain|use-cases|endpoints|adapters|testing|simulation|action-types|items|simulator)\/|\.test\.ts$/;

export const packages: readonly TidyRule[] = [
  {
    title: 'each dependency has an exact version',
    find: (tree) =>
      manifestsOf(tree).flatMap(({ path, dependencies, devDependencies, optionalDependencies }) =>
        Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
          .filter(([, version]) => !isExact(version))
          .map(
            ([name, version]) => `${path}: pin ${name} to one version instead of ${version} (workspace:* for our own).`,
          ),
      ),
    broken: { 'apps/shop/package.json': '{ "dependencies": { "express": "^5.0.0" } }' },
  },
  {
    title: 'each entry that a package exports exists',
    find: (tree) =>
      manifestsOf(tree).flatMap(({ path, exports }) =>
        Object.values(exports)
          .map(({ source }) => join(dirname(path), source))
          .filter((source) => !source.includes('*') && !tree.has(source))
          .map((source) => `${path}: it exports ${source}, which does not exist; write it or take it out.`),
      ),
    broken: { 'packages/shelf/package.json': '{ "exports": { ".": { "source": "./src/index.ts" } } }' },
  },
  {
    title: 'each app has a README',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => /^apps\/[^/]+\/package\.json$/.test(path) && !tree.has(join(dirname(path), 'README.md')))
        .map((path) => `${dirname(path)}: write README.md: what it is, how to try it, what surprises.`),
    broken: { 'apps/shop/package.json': '{}' },
  },
  {
    title: 'each service has the same rooms',
    find: (tree) =>
      [...tree.keys()].flatMap((path) => {
        const [, app, inside] = /^apps\/([^/]+)\/src\/(.+)$/.exec(path) ?? [];
        if (!app || !inside || !tree.has(`apps/${app}/src/service.ts`) || rooms.test(inside)) return [];
        return [
          `${path}: an app's src holds main, config, compose, service, ports, domain/, use-cases/, endpoints/, adapters/.`,
        ];
      }),
    broken: { 'apps/shop/src/service.ts': '', 'apps/shop/src/lib/price.ts': '' },
  },
];
