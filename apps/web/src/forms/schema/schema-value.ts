import type { FieldKind, SchemaField, SchemaNode } from './schema-fields.ts';

/** What was typed, by the path of its field. */
export type Typed = Readonly<Record<string, string>>;

export const textIn = ({ path, initial }: SchemaField, typed: Typed): string => typed[path] ?? initial;

/** What cannot be read is sent as it stands: the API says what it expects. */
const readers: Readonly<Record<FieldKind, (text: string) => unknown>> = {
  line: (text) => text,
  text: (text) => text,
  choice: (text) => text,
  date: (text) => text,
  moment: (text) => text,
  toggle: (text) => text === 'true',
  number: (text) => {
    const number = Number(text.trim().replace(',', '.'));
    return Number.isNaN(number) ? text : number;
  },
  lines: (text) => linesOf(text),
  pairs: (text) => Object.fromEntries(linesOf(text).map(pairOf)),
  json: (text) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      return text;
    }
  },
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function pairOf(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return at === -1 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function readField(field: SchemaField, typed: Typed): unknown {
  const text = textIn(field, typed);
  if (text.trim() === '') return undefined;
  const value = readers[field.kind](text);
  return field.takesOne && Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** The object as the form has it; what is empty is left out. */
export function valueOf(nodes: readonly SchemaNode[], typed: Typed): Readonly<Record<string, unknown>> {
  const entries = nodes.map((node) => [node.name, readNode(node, typed)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function readNode(node: SchemaNode, typed: Typed): unknown {
  if (node.kind !== 'group') return readField(node, typed);
  const value = valueOf(node.nodes, typed);
  return Object.keys(value).length === 0 && !node.isRequired ? undefined : value;
}
