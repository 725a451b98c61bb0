import * as z from 'zod/mini';

/** The part of JSON Schema that a form can be made of. */
export interface JsonSchema {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly maxLength?: number | undefined;
  /** Goes in and never comes out: a secret. */
  readonly writeOnly?: boolean | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly items?: JsonSchema | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: JsonSchema | boolean | undefined;
}

const schema: z.ZodMiniType<JsonSchema> = z.lazy(() => JsonSchema);

export const JsonSchema: z.ZodMiniType<JsonSchema> = z.object({
  type: z.optional(z.string()),
  format: z.optional(z.string()),
  description: z.optional(z.string()),
  default: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  maxLength: z.optional(z.number()),
  writeOnly: z.optional(z.boolean()),
  anyOf: z.optional(z.array(schema)),
  items: z.optional(schema),
  properties: z.optional(z.record(z.string(), schema)),
  required: z.optional(z.array(z.string())),
  additionalProperties: z.optional(z.union([z.boolean(), schema])),
});
