import { meaningOfSign, withoutDressing } from './reaction.ts';

/** A reply as bare words, folded so that one spelling stands for all: "That’s RIGHT!" is `thats right`. */
export interface ReplyWords {
  readonly words: readonly string[];
  /** What the emoji beside the words say. */
  readonly mood: 'approve' | 'reject' | 'mixed' | 'none';
  /** False when anything else was there: a digit, a question mark, a quote, trailing dots, an unknown emoji. */
  readonly clean: boolean;
}

/** Emoji that come with a yes as well as with a no and change neither. */
const friendly = new Set('🙏😊🙂😀😃😄☺😁👌🤝💪🎉❤💙💚🥰😍');

/** Letters that Unicode does not take apart into a base and a mark, and two keyboards' forms of one Persian letter. */
const unaccented = new Map('łl øo đd ßss æae œoe ıi ёе يی ىی کک كک'.split(' ').map((pair) => [pair[0], pair.slice(1)]));
const special = /[łøđßæœıёيىك]/g;

/** Format and control characters can hide or reorder what a person sees; only Persian needs one of them to spell. */
const hidden = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}]|(?![\t\n\r])\p{Cc}/u;
const persianJoiner = /(?<=\p{Script=Arabic})\u200C(?=\p{Script=Arabic})/gu;

export const hasHiddenCharacters = (text: string): boolean => hidden.test(text.replace(persianJoiner, ' '));

/** The accents that decide: "sí" is yes and "si" is if; "já" is now and "ja" is yes; "ano" is yes and "año" a year. */
const accented = new Map([...['sí', 'já', 'año'].map((word) => [word, word] as const), ['sì', 'sí'] as const]);

/** Lower case without accents and vowel signs: "İPTAL", "iptal" and "ıptal" are one word. */
const bare = (word: string) =>
  accented.get(word) ??
  word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(special, (letter) => unaccented.get(letter) ?? letter)
    .replace(/[\u064B-\u065F\u0670]/g, '');

/** One spelling for all of a text: apostrophes within words go, compatibility forms and accents become plain letters. */
export const fold = (text: string): string =>
  text
    .replace(/(?<=\p{L})['’‘ʼ`´·](?=\p{L})/gu, '')
    .normalize('NFKC')
    .replace(persianJoiner, ' ')
    .toLowerCase()
    .replace(/\p{L}[\p{L}\p{M}]*/gu, bare);

const piece = /\p{L}[\p{L}\p{M}]*|\.{2,}|[\s,.!¡;،。、！‐-―-]|:-?\)|./gsu;
const separator = /^[\s,.!¡;،。、！‐-―-]$/;

function moodOf(signs: ReadonlySet<string>): ReplyWords['mood'] {
  if (signs.has('approve') && signs.has('reject')) return 'mixed';
  if (signs.has('approve')) return 'approve';
  return signs.has('reject') ? 'reject' : 'none';
}

/** One character may stand for eighteen (U+FDFA): what unfolds to more than this is no reply. */
const foldedCharsMax = 600;

export function wordsOf(text: string): ReplyWords {
  const words: string[] = [];
  const signs = new Set<string>();
  const folded = withoutDressing(fold(text));
  let clean = folded.length <= foldedCharsMax;
  for (const [part] of folded.slice(0, foldedCharsMax).matchAll(piece)) {
    const sign = meaningOfSign(part);
    if (/^\p{L}/u.test(part)) words.push(part);
    else if (sign) signs.add(sign);
    else clean &&= separator.test(part) || friendly.has(part) || part === ':)' || part === ':-)';
  }
  return { words, mood: moodOf(signs), clean };
}
