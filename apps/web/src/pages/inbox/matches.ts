import type { Action } from '../../api/action.ts';
import { hasWords } from '../../ui/has-words.ts';

/** Whether all words of a search are somewhere in what is shown of an action. */
export const matches = ({ wording, ask, type }: Action, search: string): boolean =>
  hasWords(
    [wording.title, wording.verb, type, ask === null ? '' : `#${ask.code}`, ...wording.facts.map((fact) => fact.value)],
    search,
  );
