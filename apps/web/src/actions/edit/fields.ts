import type { Action, ActionType, FieldSchema } from '../../api/action.ts';
import { fieldLabel } from '../../ui/field-label.ts';

export type FieldKind = 'text' | 'list' | 'choice' | 'date' | 'moment';

/** One line of the form, made of the type's schema. */
export interface Field {
  readonly name: string;
  /** Where the API says what is wrong with it. */
  readonly path: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
}

const isMoment = (value: string) => /^\d{4}-\d\d-\d\dT\d/.test(value);

/** What the schema says, or the value that stands there where it says little. */
function kindOf(schema: FieldSchema, value: string): FieldKind {
  const formats = [schema, ...(schema.anyOf ?? [])].map(({ format }) => format);
  if (schema.enum !== undefined) return 'choice';
  if (schema.type === 'array') return 'list';
  if (isMoment(value)) return 'moment';
  if (formats.includes('date')) return 'date';
  return formats.includes('date-time') ? 'moment' : 'text';
}

export const fieldsOf = ({ payload }: ActionType, valueOf: (name: string) => string): readonly Field[] =>
  Object.entries(payload.properties).map(([name, schema]) => ({
    name,
    path: `payload.${name}`,
    label: fieldLabel(name),
    kind: kindOf(schema, valueOf(name)),
    choices: schema.enum ?? [],
  }));

/** What stands in the payload, or in the facts that were worked out of it, as text. */
export function textOf({ payload, prepared }: Action, name: string): string {
  const value = payload[name] ?? prepared?.[name];
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const readers: Readonly<Record<FieldKind, (text: string) => unknown>> = {
  text: (text) => text,
  choice: (text) => text,
  date: (text) => text,
  moment: (text) => text,
  list: (text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
};

/** The payload as the form has it; what was emptied is left out, what was not touched stays as it is. */
export function payloadOf(
  fields: readonly Field[],
  action: Action,
  changes: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const entries = fields.map(({ name, kind }) => {
    const text = changes[name];
    if (text === undefined) return [name, action.payload[name]] as const;
    return [name, text.trim() === '' ? undefined : readers[kind](text)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}
