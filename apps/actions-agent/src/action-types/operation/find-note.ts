import type { KeptNote } from '@intexuraos/internal-clients/notes-agent';
import type { Found } from './found.ts';
import { plainWords } from './plain-words.ts';

const titlesMax = 3;

/** The note that is meant, as the subject and text of a mail. Where it could be another one, nothing is guessed. */
export function findNote(about: string, newestFirst: readonly KeptNote[]): Found {
  const [newest] = newestFirst;
  if (newest === undefined) return { problem: 'You have no notes yet' };
  const words = tellingWords(about);
  if (words.length === 0) return asMail(newest);
  const best = bestOf(words, newestFirst);
  const [only, ...others] = best;
  if (only === undefined) return { problem: `No note is called like "${about}": ${whichOf(newestFirst)}` };
  return others.length === 0 ? asMail(only) : { problem: `Which note? ${whichOf(best)}` };
}

/** "The", "of" and the like stand in any title. */
function tellingWords(about: string): readonly string[] {
  const words = plainWords(about);
  const long = words.filter((word) => word.length > 3);
  return long.length > 0 ? long : words;
}

/** Those whose titles have most of the words, and at least one. */
function bestOf(words: readonly string[], notes: readonly KeptNote[]): readonly KeptNote[] {
  const scored = notes.map((note) => {
    const title = new Set(plainWords(note.title));
    return { note, score: words.filter((word) => title.has(word)).length };
  });
  const highest = Math.max(...scored.map(({ score }) => score));
  return highest === 0 ? [] : scored.filter(({ score }) => score === highest).map(({ note }) => note);
}

const whichOf = (notes: readonly KeptNote[]) => {
  const titles = notes.slice(0, titlesMax).map(({ title }) => `"${lineOf(title)}"`);
  return `reply "edit: notes …" with words of ${titles.join(' or ')}`;
};

const subjectCharsMax = 200;

const lineOf = (title: string) => [...title.replaceAll(/\s+/g, ' ').trim()].slice(0, subjectCharsMax).join('');

const asMail = ({ title, content }: KeptNote): Found => ({
  fields: { subject: lineOf(title), body: content === '' ? title : content },
});
