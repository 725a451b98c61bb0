import type { CommandType, Layer } from './command.ts';
import type { MailWish } from './mail-wish.ts';

/** What the rules or a model made of a text, before times are read. */
export interface Reading {
  readonly type: CommandType;
  readonly confidence: number;
  readonly layer: Layer;
  /** The person's words without those that only said which type. */
  readonly words: string;
  readonly url: string | null;
  /** Where the type is `operation`: so far only mails are read out of words. */
  readonly mail?: MailWish;
  /** Where somebody but the rules chose one. */
  readonly title?: string | null;
}

/**
 * From 0.9 on actions-agent saves a link without asking. So only what a person has said outright is that certain: a
 * prefix, or an address and nothing else.
 */
export const certainty = {
  prefix: 0.95,
  misspeltPrefix: 0.85,
  phrase: 0.85,
  lonelyUrl: 0.95,
  urlInWords: 0.75,
  modelMax: 0.85,
  hint: 0.55,
  none: 0.3,
} as const;
