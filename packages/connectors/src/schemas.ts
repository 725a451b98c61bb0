import type { JsonObject } from '@intexuraos/kernel';
import { z } from 'zod';
import type { Problem } from './connector.ts';

const JsonObjectOf = z.record(z.string(), z.json());

export const toJson = (value: unknown): JsonObject => JsonObjectOf.parse(JSON.parse(JSON.stringify(value)));

export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonObject =>
  JsonObjectOf.parse(z.toJSONSchema(schema, { io }));

export const problemsOf = (schema: z.ZodType, value: unknown): readonly Problem[] =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }));

const Fields = z.object({ properties: z.record(z.string(), z.object({ writeOnly: z.boolean().default(false) })) });

/** Takes out of a value the fields that its schema lets people read again. */
export function withoutShown(schema: z.ZodType): (value: unknown) => unknown {
  const { properties } = Fields.parse(schemaOf(schema, 'input'));
  const isShown = (name: string) => properties[name]?.writeOnly === false;
  return (value) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !isShown(name)))
      : value;
}
