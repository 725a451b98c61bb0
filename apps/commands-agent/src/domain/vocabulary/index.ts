import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { pl } from './pl.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The languages that the rules know. */
export const vocabularies: readonly Vocabulary[] = [en, de, es, fr, it, pl];
