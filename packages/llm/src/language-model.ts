import type { z } from 'zod';

export interface Question<Value> {
  /** What the model shall do. Never holds what a stranger wrote. */
  readonly system: string;
  /** The data it shall do it with. */
  readonly user: string;
  readonly schema: z.ZodType<Value>;
  /** Letters, digits, `_` and `-`, at most 64 characters. */
  readonly schemaName: string;
  readonly signal?: AbortSignal;
}

/** `message` is made here: it never holds the key nor anything the server said. */
export type Answer<Value> =
  | { readonly outcome: 'answered'; readonly value: Value }
  | { readonly outcome: 'refused' | 'invalid' | 'timeout'; readonly message: string }
  | {
      readonly outcome: 'unauthorized' | 'rate_limited' | 'unavailable';
      readonly message: string;
      readonly status?: number;
    };

/** A person's language model: one question, one answer that fits a schema, never an exception. */
export interface LanguageModel {
  /** What it is called at its provider. */
  readonly name: string;
  answer<Value>(question: Question<Value>): Promise<Answer<Value>>;
}
