import { findUrl } from './find-url.ts';
import { withoutCourtesies } from './lead-words.ts';
import { readMail } from './read-mail.ts';
import { certainty, type Reading } from './reading.ts';
import { type Found, phrases, prefixes, triggerAt } from './trigger.ts';
import { vocabularies } from './vocabulary/index.ts';
import { phrasesOf, type Word, wordsOf } from './words.ts';

/** What people want they say at the start; it also keeps the work small. */
const charsRead = 500;

/** What a person said outright: a prefix, else a phrase, else an address. Null: that is for others to read. */
export function readExplicit(text: string): Reading | null {
  const words = wordsOf(text.slice(0, charsRead));
  return readMailWish(text) ?? readPrefix(text, words) ?? readPhrase(text, words) ?? readUrl(text);
}

/** All of the text belongs to it, however long. */
function readMailWish(text: string): Reading | null {
  const mail = readMail(text);
  if (mail === null) return null;
  return { type: 'operation', confidence: certainty.phrase, layer: 'phrase', words: text.trim(), url: null, mail };
}

/** A colon, a dash with a space behind it, or a new line. */
const afterPrefix = /^[\p{Extended_Pictographic}\uFE0F\u200D\s]*(?:[:：]|[-–—](?=\s)|\n)\s*/u;

function readPrefix(text: string, words: readonly Word[]): Reading | null {
  const found = triggerAt(prefixes, words, 0);
  if (found === null || !opensText(text, words)) return null;
  const rest = text.slice(endOf(found, words));
  const separator = afterPrefix.exec(rest)?.[0];
  const said = separator === undefined ? '' : rest.slice(separator.length).trim();
  const url = findUrl(text)?.url ?? null;
  if (said === '' || !canBe(found, url)) return null;
  const confidence = found.isExact ? certainty.prefix : certainty.misspeltPrefix;
  return { type: found.trigger.type, confidence: plainly(found, text, confidence), layer: 'prefix', words: said, url };
}

/** Nothing but signs stands before the first word. */
const opensText = (text: string, [first]: readonly Word[]) =>
  first !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, first.start));

/** A bookmark needs an address. */
const canBe = ({ trigger: { type } }: Found, url: string | null) => type !== 'link' || url !== null;

/** An address that hides something is not kept without a second look. */
const plainly = ({ trigger: { type } }: Found, text: string, confidence: number) =>
  type === 'link' && findUrl(text)?.isPlain !== true ? Math.min(confidence, certainty.urlInWords) : confidence;

const endOf = ({ at, trigger }: Found, words: readonly Word[]) => words[at + trigger.words.length - 1]?.end ?? 0;

/** The first phrase of all; of several at one place the longest. */
function readPhrase(text: string, words: readonly Word[]): Reading | null {
  const url = findUrl(text);
  const outside = words.filter(({ start }) => url === null || start < url.start || start >= url.end);
  for (let at = 0; at < outside.length; at += 1) {
    const found = triggerAt(phrases, outside, at);
    if (found === null || !canBe(found, url?.url ?? null) || isNegated(outside, at)) continue;
    const said = found.trigger.isTopic ? withoutCourtesies(text).trim() : withoutTrigger(text, outside, found);
    if (said === '') continue;
    const { type } = found.trigger;
    return { type, confidence: certainty.phrase, layer: 'phrase', words: said, url: url?.url ?? null };
  }
  return null;
}

const negations = new Set(
  vocabularies.flatMap(({ negations }) => phrasesOf(negations)).map((words) => words.join(' ')),
);

/** "No need to remind me" wants nothing of the kind. */
const isNegated = (words: readonly Word[], at: number) =>
  [1, 2, 3].some((count) => {
    const before = words.slice(Math.max(0, at - count), at).map(({ text }) => text);
    return negations.has(before.join(' '));
  });

/** What stood before and after the trigger, without courtesies at the start and the word that led on. */
function withoutTrigger(text: string, words: readonly Word[], found: Found): string {
  const start = words[found.at]?.start ?? 0;
  return [withoutCourtesies(text.slice(0, start)), text.slice(endOf(found, words))]
    .map(trimmed)
    .filter(Boolean)
    .join(' ');
}

const edges = /^[\s,.;:!–—-]+|[\s,;:–—-]+$/g;
const trimmed = (part: string) => part.replace(edges, '');

function readUrl(text: string): Reading | null {
  const found = findUrl(text);
  if (found === null) return null;
  const isLonely = found.isPlain && (text.slice(0, found.start) + text.slice(found.end)).trim() === '';
  const confidence = isLonely ? certainty.lonelyUrl : certainty.urlInWords;
  return { type: 'link', confidence, layer: 'url', words: text.trim(), url: found.url };
}
