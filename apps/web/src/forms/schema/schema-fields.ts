import type { JsonSchema } from '../../api/json-schema.ts';
import { fieldLabel } from '../../ui/field-label.ts';

/**
 * How a value is typed in. `lines`: one a line. `pairs`: `name: value`, one a line. `json`: what no other kind fits.
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'number'
  | 'choice'
  | 'toggle'
  | 'date'
  | 'moment'
  | 'lines'
  | 'pairs'
  | 'json';

interface Common {
  readonly name: string;
  /** Where the API says what is wrong with it. */
  readonly path: string;
  readonly label: string;
  readonly hint: string | null;
  readonly isRequired: boolean;
}

export interface SchemaField extends Common {
  readonly kind: FieldKind;
  readonly isSecret: boolean;
  readonly choices: readonly string[];
  /** What the API takes when nothing is typed. */
  readonly initial: string;
  /** Of `lines`: a single one is a text, not a list. */
  readonly takesOne: boolean;
}

export interface SchemaGroup extends Common {
  readonly kind: 'group';
  readonly nodes: readonly SchemaNode[];
}

export type SchemaNode = SchemaField | SchemaGroup;

/** The lines of a form that an object of this schema is typed into. */
export const nodesOf = (schema: JsonSchema, path: string): readonly SchemaNode[] =>
  Object.entries(schema.properties ?? {}).map(([name, property]) =>
    nodeOf(property, { name, path: `${path}.${name}`, isRequired: schema.required?.includes(name) ?? false }),
  );

/** The same with these values in the place of what the API takes when nothing is typed. */
export function startingWith(schema: JsonSchema, values: Readonly<Record<string, unknown>>): JsonSchema {
  const filled = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      [name, Object.hasOwn(values, name) ? { ...property, default: values[name] } : property] as const,
  );
  return { ...schema, properties: Object.fromEntries(filled) };
}

function nodeOf(schema: JsonSchema, place: Pick<Common, 'name' | 'path' | 'isRequired'>): SchemaNode {
  const common = { ...place, label: fieldLabel(place.name), hint: hintOf(schema) };
  if (schema.properties !== undefined) return { ...common, kind: 'group', nodes: nodesOf(schema, place.path) };
  const kind = kindOf(schema);
  return {
    ...common,
    kind,
    isSecret: schema.writeOnly === true,
    choices: (schema.enum ?? []).map(String),
    initial: initialOf(schema.default),
    takesOne: (schema.anyOf ?? []).some(({ type }) => type === 'string'),
  };
}

/** Longer texts get several lines. */
const lineCharsMax = 4_999;

const isTexts = ({ type, items }: JsonSchema) => type === 'array' && items?.type === 'string';

function kindOf(schema: JsonSchema): FieldKind {
  const { type, anyOf = [], additionalProperties } = schema;
  if (schema.enum !== undefined) return 'choice';
  if (type === 'boolean') return 'toggle';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'string') return textKindOf(schema);
  if ([schema, ...anyOf].some(isTexts)) return 'lines';
  if (anyOf.length > 0 && anyOf.every((each) => each.type === 'string')) return 'line';
  const values = typeof additionalProperties === 'object' ? additionalProperties.type : undefined;
  return type === 'object' && values === 'string' ? 'pairs' : 'json';
}

function textKindOf({ format, maxLength = 0 }: JsonSchema): FieldKind {
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'moment';
  return maxLength > lineCharsMax ? 'text' : 'line';
}

const hintOf = ({ description }: JsonSchema): string | null =>
  description === undefined ? null : `${description.charAt(0).toUpperCase()}${description.slice(1)}`;

function initialOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** All that can be typed into, groups opened. */
export const fieldsIn = (nodes: readonly SchemaNode[]): readonly SchemaField[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? fieldsIn(node.nodes) : [node]));
