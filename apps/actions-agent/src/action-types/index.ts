import type { Action } from '../domain/action.ts';
import type { Wording } from '../domain/wording.ts';
import { calendar } from './calendar/index.ts';
import type { ActionType } from './define.ts';
import { linear } from './linear/index.ts';
import { link } from './link/index.ts';
import { note } from './note/index.ts';
import { operation } from './operation/index.ts';
import { reminder } from './reminder/index.ts';
import { research } from './research/index.ts';
import { todo } from './todo/index.ts';

/** Every action type. A new one is its folder and its line here. */
export const actionTypes = { calendar, linear, link, note, operation, reminder, research, todo } as const;

const byName = new Map<string, ActionType>(Object.entries(actionTypes));

/** Null for a type that nothing here can carry out. */
export const actionTypeOf = (name: string): ActionType | null => byName.get(name) ?? null;

export const actionTypeNames: readonly string[] = [...byName.keys()];

/** How the action's type speaks of it; a type that nobody knows has its name and no facts. */
export function wordingOf(action: Action): Wording {
  const texts = actionTypeOf(action.type)?.texts;
  return { verb: texts?.verbOf?.(action) ?? texts?.verb ?? `Do "${action.type}"`, facts: texts?.facts(action) ?? [] };
}
