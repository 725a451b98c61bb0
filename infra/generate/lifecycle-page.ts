import { lifecycle, type Row } from '@intexuraos/actions-agent/lifecycle';

const introduction = `# The lifecycle of an action

Every change of an action is one row of this table, and what is not in it cannot happen. \`npm run generate\` writes this page
from [lifecycle.ts](../apps/actions-agent/src/domain/lifecycle.ts); the checks, the \`can\` list of the API and the model checker are
derived from the same rows.

Two words stand for the status \`pending\`: *unasked* (nobody has said yes) and *approved* (a yes is stored). On the wire both are
\`pending\`, and \`approval\` tells them apart.`;

const aboutGuards = `All guards of a row must hold, in one atomic write; the first that does not is the reason that a caller is told. What they
check is in [guards.ts](../apps/actions-agent/src/domain/guards.ts).`;

type NamedRow = Row & { readonly name: string };

const code = (text: string) => `\`${text}\``;
const moves = ({ from, to }: Row) => from.map((phase) => [phase, to === 'same' ? phase : to] as const);

/** The table of `lifecycle.ts` as a page with a picture. */
export function lifecyclePage(): string {
  const rows = Object.entries(lifecycle).flatMap(([name, list]) => list.map((row) => ({ name, ...row })));
  return [introduction, picture(rows), table(rows), aboutGuards].join('\n\n').concat('\n');
}

function picture(rows: readonly NamedRow[]): string {
  const arrows = new Map<string, string[]>();
  for (const row of rows)
    for (const [from, to] of moves(row)) if (from !== to) add(arrows, `${from} --> ${to}`, row.name);
  const lines = [...arrows].map(([arrow, names]) => `  ${arrow}: ${[...new Set(names)].join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> unasked: create', ...lines, '```'].join('\n');
}

function add(arrows: Map<string, string[]>, arrow: string, name: string): void {
  arrows.set(arrow, [...(arrows.get(arrow) ?? []), name]);
}

function table(rows: readonly NamedRow[]): string {
  const cells = rows.map(({ name, from, to, who, guards }) => [
    code(name),
    from.join(', '),
    to,
    who.join(', '),
    guards.map(code).join(' ') || 'always',
  ]);
  const heading = ['transition', 'from', 'to', 'who', 'only if'];
  return [heading, heading.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
