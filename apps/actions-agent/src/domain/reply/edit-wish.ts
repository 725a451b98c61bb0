import { editWord } from './edit-words.ts';
import { readExact } from './exact.ts';
import { type Reference, readReference } from './reference.ts';
import { hasHiddenCharacters } from './reply-words.ts';
import { replyCharsMax } from './veto.ts';

/** A reply that may ask for a change of what was shown. It never approves: a change is asked about anew. */
export interface EditWish {
  /** Which of several questions it names; null when it names none. */
  readonly about: Reference | null;
  /**
   * How sure it is that a change is meant: `edit` says so ("edit: …", "change …"), `but` follows a yes or no
   * ("yes but …"), `bare` is any other reply, which means a change only where it fits as a whole.
   */
  readonly form: 'edit' | 'but' | 'bare';
  /** What remains: "title Dentist", "the time to 3pm", "at 3pm". */
  readonly said: string;
}

const edge = String.raw`(?![\p{L}\p{N}])`;
const gap = String.raw`[\s,;:.!–—-]`;

const editing = new RegExp(`^${editWord('change')}${edge}${gap}*(?=\\S)`, 'iu');
const renaming = new RegExp(`^${editWord('rename')}${edge}${gap}*(?=\\S)`, 'iu');
const moving = new RegExp(`^${editWord('move')}${edge}${gap}*(?=\\S)`, 'iu');
const courtesy = new RegExp(`${gap}+${editWord('courtesy')}[\\s.!]*$`, 'iu');
const but = new RegExp(`^(.{1,40}?)${gap}+${editWord('but')}${edge}${gap}*(?=\\S)`, 'iu');
const comma = /^(.{1,40}?)\s*[,;.!–—]\s*(?=\S)/u;

type Form = Pick<EditWish, 'form' | 'said'>;

/** Null for what no question could be changed by: nothing, too much, or text that hides something. */
export function readEditWish(text: string): EditWish | null {
  const words = text.normalize('NFC').trim();
  if (words === '' || words.length > replyCharsMax || hasHiddenCharacters(words)) return null;
  const led = readReference(words);
  const wish = led === null ? formOf(words) : formOf(led.rest);
  if (led !== null) return wish.form === 'bare' ? { about: null, ...formOf(words) } : { about: led.reference, ...wish };
  const inner = wish.form === 'edit' ? readReference(wish.said) : null;
  return inner === null ? { about: null, ...wish } : { about: inner.reference, form: 'edit', said: inner.rest };
}

function formOf(words: string): Form {
  const polite = words.replace(courtesy, '');
  const asked = editOf(polite);
  if (asked !== null) return asked;
  const rest = afterAnswer(polite);
  return rest === null ? { form: 'bare', said: polite } : (editOf(rest) ?? { form: 'but', said: rest });
}

function editOf(words: string): Form | null {
  const title = without(words, renaming);
  if (title !== null) return { form: 'edit', said: `title: ${title}` };
  const said = without(words, moving) ?? without(words, editing);
  return said === null ? null : { form: 'edit', said };
}

/** What follows a plain yes or no: "yes but at 3pm", "no, at 3pm". */
function afterAnswer(words: string): string | null {
  for (const separator of [but, comma]) {
    const [lead, answer = ''] = separator.exec(words) ?? [];
    if (lead !== undefined && readExact(answer).intent !== 'unclear') return words.slice(lead.length);
  }
  return null;
}

function without(words: string, lead: RegExp): string | null {
  const [found] = lead.exec(words) ?? [];
  return found === undefined ? null : words.slice(found.length);
}
