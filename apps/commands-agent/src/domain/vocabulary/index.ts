import { en } from './en.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The languages that the rules know. */
export const vocabularies: readonly Vocabulary[] = [en];
