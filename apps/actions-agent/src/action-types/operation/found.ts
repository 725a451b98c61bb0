import type { JsonObject } from '@intexuraos/kernel';

/** What was found for the payload, or what a person has to say first. */
export type Found = { readonly fields: JsonObject } | { readonly problem: string };
