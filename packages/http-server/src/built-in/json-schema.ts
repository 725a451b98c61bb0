import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A schema as JSON Schema 2020-12. With `$id`, references inside it stay inside it when it is put into a document. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output', id: string): JsonSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.stringify(plain).includes('"$ref"') ? { $id: `urn:schema:${id}`, ...plain } : plain;
}
