import type { Action } from '../../api/action.ts';

const comparable = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const textOf = ({ wording, ask, type }: Action) =>
  comparable(
    [
      wording.title,
      wording.verb,
      type,
      ask === null ? '' : `#${ask.code}`,
      ...wording.facts.map((fact) => fact.value),
    ].join('\n'),
  );

/** Whether all words of a search are somewhere in what is shown of an action; accents and case do not matter. */
export function matches(action: Action, search: string): boolean {
  const text = textOf(action);
  return comparable(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
