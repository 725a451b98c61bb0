import type { Json } from '@intexuraos/kernel';
import { z } from 'zod';
import type { Action } from '../domain/action.ts';
import type { Fact } from './define.ts';

/** What commands-agent puts into every payload: the person's words, and its own short version of them. */
export const Spoken = z.object({ prompt: z.string().optional(), summary: z.string().optional() });
export type Spoken = z.infer<typeof Spoken>;

/** As much of them as can be read, to be shown. */
export const ShownWords = Spoken.catch({});

export const source = 'actions-agent';

/** The person's own words; the title where none are known. */
export const wordsOf = (action: Action, payload: Spoken) => payload.prompt ?? action.title;

/** The text of a note or a research, with its key points where there is a summary. */
export const contentOf = (action: Action, payload: Spoken) =>
  payload.summary === undefined
    ? wordsOf(action, payload)
    : `${wordsOf(action, payload)}\n\n## Key points\n\n${payload.summary}`;

/** What was said in more words than the title: nothing is sent that was not shown. */
export function spokenFacts(action: Action, payload: Spoken, label: string): readonly Fact[] {
  const words = wordsOf(action, payload);
  return [
    ...(words === action.title ? [] : [{ label, value: words }]),
    ...(payload.summary === undefined ? [] : [{ label: 'Key points', value: payload.summary }]),
  ];
}

const shownAs = (value: Json): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(shownAs).join(', ') : JSON.stringify(value);
};

/** A payload field as text, for a line of facts; absent fields make no line. */
export function factsOf(action: Action, labels: Readonly<Record<string, string>>): readonly Fact[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const value = action.prepared?.[field] ?? action.payload[field];
    return value === undefined || value === null || value === '' ? [] : [{ label, value: shownAs(value) }];
  });
}
