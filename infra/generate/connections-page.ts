import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connector, connectors } from '@intexuraos/connectors';
import { root } from '../tree/root.ts';

export const connectionsPagePath = 'docs/operations/connections.md';
const begin = '<!-- generated: from here to the end `npm run generate` writes -->';

const all = Object.values<Connector>(connectors);
const table = (...rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What people wrote at the top of the page, and below it what each platform needs. */
export function connectionsPage(): string {
  const [written, ...generated] = readFileSync(join(root, connectionsPagePath), 'utf8').split(begin);
  if (written === undefined || generated.length !== 1)
    throw new Error(`${connectionsPagePath} needs the line ${begin} once`);
  const oauth = table(
    ['platform', 'variables', 'scope', 'why'],
    ['---', '---', '---', '---'],
    ...all.flatMap(scopeRows),
  );
  const others = all.filter((connector) => connector.oauth === null || connector.defaultVariables.length > 0);
  const entered = table(
    ['platform', 'what is entered', 'variables of a default connection'],
    ['---', '---', '---'],
    ...others.map(enteredRow),
  );
  return `${written}${begin}\n\n## By OAuth\n\n${oauth}\n\n## By entering credentials\n\n${entered}\n`;
}

function scopeRows({ title, oauth }: Connector): readonly (readonly string[])[] {
  if (oauth === null) return [];
  const prefix = `INTEXURAOS_OAUTH_${oauth.provider.toUpperCase()}`;
  const variables = `\`${prefix}_CLIENT_ID\`, \`${prefix}_CLIENT_SECRET\``;
  const scopes = Object.entries(oauth.scopes);
  if (scopes.length === 0) return [[title, variables, 'none', 'the person chooses on the platform’s page']];
  return scopes.map(([scope, reason], at) => [
    at === 0 ? title : '',
    at === 0 ? variables : '',
    `\`${scope}\``,
    reason,
  ]);
}

const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

const enteredRow = ({ title, credentialsSchema, defaultVariables }: Connector) => [
  title,
  quoted(Object.keys(credentialsSchema['properties'] ?? {})),
  defaultVariables.length === 0 ? 'none' : quoted(defaultVariables),
];
