import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tree/root.ts';
import { type CloudService, cloudServices } from './services.ts';

export const webPagePath = 'docs/operations/web-app.md';
const begin = '<!-- generated: from here to the end `npm run generate` writes -->';

/** What people wrote at the top of the page, and below it which service answers what a browser asks for. */
export function webPage(): string {
  const [written, ...generated] = readFileSync(join(root, webPagePath), 'utf8').split(begin);
  if (written === undefined || generated.length !== 1) throw new Error(`${webPagePath} needs the line ${begin} once`);
  const rows = [['paths', 'service'], ['---', '---'], ...cloudServices.flatMap(rowOf)];
  return `${written}${begin}\n\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

const rowOf = (service: CloudService) => {
  const paths = patternsOf(service);
  return paths.length === 0 ? [] : [[paths.map((path) => `\`${path}\``).join(' '), service.name]];
};

/** Whom a browser may call. */
const pathsOf = ({ routes }: CloudService) =>
  routes
    .filter(({ spec }) => 'auth' in spec && ['user', 'operator', 'caller', 'visitor', 'public'].includes(spec.auth))
    .map(({ spec }) => spec.path);

const roomOf = (path: string) => path.split('/')[1] ?? '';

/** A service that has a first segment to itself gets all of it; else it is told path by path. */
function patternsOf(service: CloudService): readonly string[] {
  const others = new Set(
    cloudServices
      .filter((other) => other !== service)
      .flatMap(pathsOf)
      .map(roomOf),
  );
  return [...new Set(pathsOf(service).flatMap((path) => (others.has(roomOf(path)) ? exact(path) : whole(path))))];
}

const whole = (path: string) => [`/${roomOf(path)}`, `/${roomOf(path)}/*`];
const exact = (path: string) => [path.replace(/\/:.*$/, '/*')];
