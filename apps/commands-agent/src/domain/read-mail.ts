import { withoutCourtesies } from './lead-words.ts';
import type { MailWish } from './mail-wish.ts';
import { standsAt } from './trigger.ts';
import { vocabularies } from './vocabulary/index.ts';
import type { MailWords } from './vocabulary/vocabulary.ts';
import { phrasesOf, type Word, wordsOf } from './words.ts';

type Phrases = readonly (readonly string[])[];

/** How a mail begins in one language, with how the rest of it is read. */
interface Opening {
  readonly words: readonly string[];
  /** It speaks of mail; else something else has to. */
  readonly isMail: boolean;
  readonly grammar: Readonly<Record<'by' | 'to' | 'about' | 'notes', Phrases>>;
}

const longestFirst = (list: string): Phrases => phrasesOf(list).toSorted((one, other) => other.length - one.length);

function openingsOf({ write, give, ...grammar }: MailWords): readonly Opening[] {
  const { by, to, about, notes } = grammar;
  const read = { by: longestFirst(by), to: longestFirst(to), about: longestFirst(about), notes: longestFirst(notes) };
  const opening = (isMail: boolean) => (words: readonly string[]) => ({ words, isMail, grammar: read });
  return [...phrasesOf(write).map(opening(true)), ...phrasesOf(give).map(opening(false))];
}

/** "Mail an" before "mail". */
const openings = vocabularies
  .flatMap(({ mail }) => openingsOf(mail))
  .toSorted((one, other) => other.words.length - one.words.length);

/** The mail that a text asks for outright: to whom, and either its words or a note of the person's. */
export function readMail(text: string): MailWish | null {
  const said = withoutCourtesies(text).trim();
  const words = wordsOf(said.slice(0, openingCharsMax));
  for (const opening of openings) {
    if (!standsAt(words, 0, opening.words)) continue;
    const wish = readRest(said.slice(words[opening.words.length - 1]?.end), opening);
    if (wish !== null) return wish;
  }
  return null;
}

const openingCharsMax = 100;

const readRest = (rest: string, opening: Opening) => readWritten(rest, opening) ?? readNotes(rest, opening);

/** "Ana about lunch: At noon?" */
function readWritten(rest: string, opening: Opening): MailWish | null {
  const [, head, body] = /^([^:：\n]{1,100})(?:[:：](?=\s)|\n)\s*(\S[\s\S]*)$/u.exec(rest) ?? [];
  if (head === undefined || body === undefined) return null;
  const { grammar } = opening;
  const way = cut(head, grammar.by);
  const named = cut(way.found ? `${way.before} ${way.after}` : head, grammar.about);
  const recipient = recipientIn(named.before, opening);
  if (recipient === null || !isByMail(opening, way.found, recipient)) return null;
  return { recipient, subject: named.found && named.after !== '' ? named.after : null, says: { text: body.trim() } };
}

/** "Ana the notes about the leak", "the notes to Ana". */
function readNotes(rest: string, opening: Opening): MailWish | null {
  const { grammar } = opening;
  const way = cut(rest, grammar.by);
  const { found, before, after } = cut(way.found ? `${way.before} ${way.after}` : rest, grammar.notes);
  if (!found) return null;
  const parts = before === '' ? lastCut(after, grammar.to) : { before: after, after: before };
  const notes = topicOf(parts.before, grammar.about);
  const recipient = recipientIn(parts.after, opening);
  if (notes === null || recipient === null || !isByMail(opening, way.found, recipient)) return null;
  return { recipient, subject: null, says: { notes } };
}

/** What the notes are about; empty where nothing is said. Null: other words stand there. */
function topicOf(said: string, about: Phrases): string | null {
  if (said === '') return '';
  const { found, before, after } = cut(said, about);
  return found && before === '' ? after : null;
}

const recipientWordsMax = 8;

/** Null: those words name nobody. */
function recipientIn(said: string, { grammar }: Opening): string | null {
  const { found, before, after } = cut(said, grammar.to);
  const recipient = found && before === '' ? after : found ? '' : said;
  const count = wordsOf(recipient).length;
  return count === 0 || (count > recipientWordsMax && !recipient.includes('@')) ? null : recipient;
}

/** "Send Ana the notes" may mean the post. */
const isByMail = ({ isMail }: Opening, isSaid: boolean, recipient: string) =>
  isMail || isSaid || recipient.includes('@');

interface Cut {
  readonly found: boolean;
  readonly before: string;
  readonly after: string;
}

const uncut = (text: string): Cut => ({ found: false, before: tidy(text), after: '' });

/** The text before and after the first of these phrases. */
function cut(text: string, phrases: Phrases): Cut {
  const words = outsideAddresses(text);
  return cutAt(text, words, phrases, [...words.keys()]);
}

const lastCut = (text: string, phrases: Phrases): { readonly before: string; readonly after: string } => {
  const words = outsideAddresses(text);
  return cutAt(text, words, phrases, [...words.keys()].toReversed());
};

function cutAt(text: string, words: readonly Word[], phrases: Phrases, places: readonly number[]): Cut {
  for (const at of places) {
    const phrase = phrases.find((candidate) => standsAt(words, at, candidate));
    if (phrase === undefined) continue;
    const end = words[at + phrase.length - 1]?.end ?? 0;
    return { found: true, before: tidy(text.slice(0, words[at]?.start)), after: tidy(text.slice(end)) };
  }
  return uncut(text);
}

/** The words that are no part of an address. */
const outsideAddresses = (text: string): readonly Word[] => {
  const addresses = [...text.matchAll(/\S+@\S+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return wordsOf(text).filter(
    ({ start }) => !addresses.some((address) => start >= address.start && start < address.end),
  );
};

const tidy = (text: string) =>
  text
    .trim()
    .replaceAll(/^[,;]\s*|\s*[,;.!?]+$/g, '')
    .replaceAll(/\s+/g, ' ');
