import type { Action, ActionType, FieldSchema } from '../../api/action.ts';
import { fieldLabel } from '../../ui/field-label.ts';

export type FieldKind = 'text' | 'list' | 'choice' | 'date' | 'moment';

/** One line of the form, made of the type's schema. */
export interface Field {
  /** Where its value stands in the payload: `title`, or `payload.subject` inside of another field. */
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

/** A field that is no single value has a line for each text in it. */
export const fieldsOf = ({ payload }: ActionType, action: Action): readonly Field[] =>
  Object.entries(payload.properties).flatMap(([name, schema]) =>
    schema.type === 'object' ? innerFields(name, action) : [fieldOf(name, schema, action)],
  );

const fieldOf = (name: string, schema: FieldSchema, action: Action): Field => ({
  name,
  path: `payload.${name}`,
  label: fieldLabel(name.split('.').at(-1) ?? name),
  kind: kindOf(schema, textOf(action, name)),
  choices: schema.enum ?? [],
});

const innerFields = (name: string, action: Action): readonly Field[] =>
  Object.entries({ ...partsOf(action.prepared?.[name]), ...partsOf(action.payload[name]) })
    .filter(([, value]) => typeof value === 'string' || Array.isArray(value))
    .map(([part, value]) => fieldOf(`${name}.${part}`, { type: Array.isArray(value) ? 'array' : 'string' }, action));

const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const valueAt = (facts: Action['prepared'], name: string): unknown => {
  const [field = '', part] = name.split('.');
  return part === undefined ? facts?.[field] : partsOf(facts?.[field])[part];
};

/** What stands in the payload, or in the facts that were worked out of it, as text. */
export function textOf({ payload, prepared }: Action, name: string): string {
  const value = valueAt(payload, name) ?? valueAt(prepared, name);
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

type Changes = Readonly<Record<string, string>>;

/** The payload as the form has it; what was emptied is left out, what was not touched stays as it is. */
export function payloadOf(type: ActionType, action: Action, changes: Changes): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(type, action);
  const valueOf = (name: string) => {
    const inner = fields.filter((field) => field.name.startsWith(`${name}.`));
    const field = fields.find((one) => one.name === name);
    if (field !== undefined) return fieldValue(field, action, changes);
    const texts = inner.map((one) => [one.name.slice(name.length + 1), fieldValue(one, action, changes)] as const);
    return stated({ ...partsOf(action.payload[name]), ...Object.fromEntries(texts) });
  };
  return stated(Object.fromEntries(Object.keys(type.payload.properties).map((name) => [name, valueOf(name)])));
}

const stated = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

function fieldValue({ name, kind }: Field, action: Action, changes: Changes): unknown {
  const text = changes[name];
  if (text === undefined) return valueAt(action.payload, name);
  return text.trim() === '' ? undefined : readers[kind](text);
}
