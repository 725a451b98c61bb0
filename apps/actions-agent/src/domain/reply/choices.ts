import { readExact } from './exact.ts';
import { type Reference, referenceOf } from './reference.ts';
import { hasHiddenCharacters } from './reply-words.ts';

/** What a reply says about one of several questions; `show` names it and decides nothing. */
export interface Choice {
  readonly decision: 'approve' | 'reject' | 'show';
  /** `all` and `both` are as good as the numbers only where a list named everything that is open. */
  readonly about: Reference | { readonly by: 'all' } | { readonly by: 'both' };
}

type Token = (
  | { readonly kind: 'about'; readonly about: Choice['about'] }
  | { readonly kind: 'decision'; readonly decision: 'approve' | 'reject' }
) & {
  /** A sign stands between this and what was said before. */
  readonly isApart: boolean;
};

const choicesCharsMax = 200;

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/[\s,]+/).filter((word) => word !== ''));

/** Between a decision and what it is about; they say nothing by themselves. */
const joining = wordsOf(`
  and, to, the, of, them, number, numbers, nr, plus, und, zu, nummer, et, le, la, y, e, a, o, i, oraz, do, en, och, og, на, и, та,
  please, thanks, bitte, proszę`);

const everything = wordsOf(
  'all, everything, alle, alles, tout, tous, todo, todos, tutti, tudo, allemaal, wszystkie, все',
);
const pair = wordsOf('both, beide, ambos, entrambi, oba, obie, оба');

/** Commas and the like part words, full stops only at their end: "3:30", "1-3" and "1.5" are no references. */
const parting = /([\s,;!&+()]+|[.:](?=\s|$|\p{L}))/u;
const sign = /[,;!]/u;

/**
 * Reads a reply that is, as a whole, decisions about questions that it names: "approve 1 and 3, reject 2", "1 yes, 2 no",
 * "approve K7QF2". A code may turn out to be a word, which then is none of ours. Each decision must be one that would count alone; whatever else is said makes it null.
 * `unclear`: it may take back what it said first.
 */
export function readChoices(text: string): readonly Choice[] | 'unclear' | null {
  if (text.length > choicesCharsMax || hasHiddenCharacters(text)) return null;
  const tokens = tokensOf(partedWords(text.normalize('NFC')));
  const choices = tokens === null ? null : paired(tokens);
  if (tokens === null || choices === null) return null;
  return correctsItself(tokens) ? 'unclear' : withoutRepeats(choices);
}

interface Word {
  readonly text: string;
  readonly isApart: boolean;
}

function partedWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let isApart = false;
  for (const [at, piece] of text.split(parting).entries()) {
    if (at % 2 === 1) isApart ||= sign.test(piece);
    else if (piece !== '') {
      words.push({ text: piece, isApart });
      isApart = false;
    }
  }
  return words;
}

function tokensOf(words: readonly Word[]): readonly Token[] | null {
  const tokens: Token[] = [];
  let phrase: Word[] = [];
  for (const word of [...words, null]) {
    const about = word === null ? null : aboutOf(word.text);
    if (word !== null && about === null) phrase.push(word);
    else {
      const said = decisionOf(phrase.map(({ text }) => text));
      if (said === 'unclear') return null;
      if (said !== null) tokens.push({ kind: 'decision', decision: said, isApart: phrase[0]?.isApart === true });
      if (word !== null && about !== null) tokens.push({ kind: 'about', about, isApart: word.isApart });
      phrase = [];
    }
  }
  return tokens;
}

function aboutOf(word: string): Choice['about'] | null {
  const lower = word.toLowerCase();
  if (everything.has(lower)) return { by: 'all' };
  if (pair.has(lower)) return { by: 'both' };
  return referenceOf(word) ?? (readExact(word).intent === 'unclear' ? referenceOf(word, true) : null);
}

/** Null for words that only join. */
function decisionOf(phrase: readonly string[]): 'approve' | 'reject' | 'unclear' | null {
  const isJoining = (word: string | undefined) => word !== undefined && joining.has(word.toLowerCase());
  let [from, to] = [0, phrase.length];
  while (from < to && isJoining(phrase[from])) from += 1;
  while (from < to && isJoining(phrase[to - 1])) to -= 1;
  if (from === to) return null;
  // "Do" joins in one language, and begins "do not" in another.
  const { intent } = readExact(phrase.join(' '));
  return intent === 'unclear' ? readExact(phrase.slice(from, to).join(' ')).intent : intent;
}

/** A reply puts its decisions before what they are about, or after, and keeps to it. */
function paired(tokens: readonly Token[]): readonly Choice[] | null {
  const [first, last] = [tokens.at(0), tokens.at(-1)];
  if (first === undefined || last === undefined) return null;
  const abouts = tokens.flatMap((token) => (token.kind === 'about' ? [token.about] : []));
  if (abouts.length === 0) return null;
  if (abouts.length === tokens.length) return abouts.map((about) => ({ decision: 'show', about }));
  if (first.kind === last.kind) return null;
  return inOrder(first.kind === 'decision' ? tokens : tokens.toReversed());
}

/** "Approve 1, no, 2" takes the first back: of a yes and a no each has to stand right beside what it is about. */
function correctsItself(tokens: readonly Token[]): boolean {
  const said = new Set(tokens.map((token) => (token.kind === 'decision' ? token.decision : null)));
  const second = tokens[0]?.kind === 'decision' ? 'about' : 'decision';
  const isTorn = ({ kind, isApart }: Token, at: number) => isApart && kind === second && tokens[at - 1]?.kind !== kind;
  return said.has('approve') && said.has('reject') && tokens.some(isTorn);
}

function inOrder(tokens: readonly Token[]): readonly Choice[] {
  const choices: Choice[] = [];
  let decision: Choice['decision'] = 'show';
  for (const token of tokens) {
    if (token.kind === 'decision') decision = token.decision;
    else choices.push({ decision, about: token.about });
  }
  return choices;
}

const nameOf = ({ about }: Choice) => JSON.stringify(about);

/** Null when one question is decided in two ways, or "all" stands beside one of them. */
function withoutRepeats(choices: readonly Choice[]): readonly Choice[] | null {
  const byName = new Map(choices.map((choice) => [nameOf(choice), choice]));
  const contradicts = choices.some((choice) => byName.get(nameOf(choice))?.decision !== choice.decision);
  const isGroup = choices.some(({ about }) => about.by === 'all' || about.by === 'both');
  return contradicts || (isGroup && byName.size > 1) ? null : [...byName.values()];
}
