import { bookmark } from './bookmark/index.ts';
import { calendar } from './calendar/index.ts';
import type { ItemKind } from './define.ts';
import { linear } from './linear/index.ts';
import { note } from './note/index.ts';
import { research } from './research/index.ts';
import { todo } from './todo/index.ts';

/** The registry of the kinds: a new one is its folder and one name here. */
const kinds = [bookmark, calendar, linear, note, research, todo] as const;
export type KindName = (typeof kinds)[number]['name'];

export const kindNames: readonly KindName[] = kinds.map(({ name }) => name);
const byName = new Map<string, ItemKind>(kinds.map((kind) => [kind.name, kind]));

/** Throws for a name that is not in the registry. */
export function itemKind(name: string): ItemKind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`there is no kind of item called ${name}`);
  return kind;
}
