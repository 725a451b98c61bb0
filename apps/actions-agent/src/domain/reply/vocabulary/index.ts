import { az } from './az.ts';
import { ca } from './ca.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { eu } from './eu.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { hu } from './hu.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Understood in every chat, whatever the language around it. */
const everywhere = {
  approve: 'ok, okay, okey, oke, okej, oki, okie, okidoki, okie dokie, o.k., oki doki',
  courtesy: 'pls, plz, thx',
};

const inEveryChat = (vocabulary: Vocabulary): Vocabulary => ({
  ...vocabulary,
  approve: `${everywhere.approve}, ${vocabulary.approve}`,
  courtesy: `${everywhere.courtesy}, ${vocabulary.courtesy}`,
});

export const vocabularies: readonly Vocabulary[] = [
  az,
  ca,
  cs,
  da,
  de,
  en,
  es,
  eu,
  fa,
  fr,
  hu,
  it,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
].map(inEveryChat);
