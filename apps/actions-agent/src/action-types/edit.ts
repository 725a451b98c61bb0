import type { Locale } from '@intexuraos/contracts';
import { contentHash } from '@intexuraos/kernel';
import type { Action } from '../domain/action.ts';
import type { EditChanges } from '../domain/commands.ts';
import type { WishedPart } from '../domain/reply/split-wish.ts';

/** What reading a new value needs to know besides the words. */
export interface EditSetting extends Locale {
  /** Unix milliseconds. */
  readonly now: number;
}

export type PartReading =
  | { readonly outcome: 'read'; readonly changes: EditChanges }
  /** The words are about this part and cannot be its value. */
  | { readonly outcome: 'problem'; readonly problem: string }
  /** The words may be about something else. */
  | { readonly outcome: 'other' };

/** A part of an action that a person may change in the chat, and how the words for it are read. */
export interface EditablePart {
  /** As people call it, lower case; the first name is shown to them. */
  readonly names: readonly string[];
  /** Whether words that name no part can be its value: "at 3pm". */
  readonly isObvious: boolean;
  read(value: string, action: Action, setting: EditSetting): PartReading | Promise<PartReading>;
}

export type EditReading =
  | { readonly outcome: 'changed'; readonly changes: EditChanges }
  | { readonly outcome: 'problem'; readonly problem: string }
  /** No change of this type of action. */
  | { readonly outcome: 'none' };

/** What a person's wishes change about an action; all of it can be read, or nothing is changed. */
export async function readEdit(
  parts: readonly EditablePart[],
  wishes: readonly WishedPart[],
  action: Action,
  setting: EditSetting,
): Promise<EditReading> {
  let edited = action;
  for (const wished of wishes) {
    const reading = await readPart(parts, wished, edited, setting);
    if (reading.outcome === 'other') return { outcome: 'none' };
    if (reading.outcome === 'problem') return reading;
    edited = { ...edited, ...reading.changes };
  }
  return changesBetween(action, edited);
}

async function readPart(
  parts: readonly EditablePart[],
  { name, value }: WishedPart,
  action: Action,
  setting: EditSetting,
): Promise<PartReading> {
  if (value === '') return { outcome: 'other' };
  const meant = parts.filter((part) => (name === null ? part.isObvious : part.names.includes(name)));
  const readings = await Promise.all(meant.map(async (part) => part.read(value, action, setting)));
  const found =
    readings.find(({ outcome }) => outcome === 'read') ?? readings.find(({ outcome }) => outcome !== 'other');
  if (found !== undefined) return found;
  return name === null ? { outcome: 'other' } : { outcome: 'problem', problem: `"${value}" is no ${name}` };
}

/** The same once more is a change where the facts could not be worked out: they may be found now. */
function changesBetween(before: Action, { title, payload }: Action): EditReading {
  if (before.preparation?.status === 'failed') return { outcome: 'changed', changes: { title, payload } };
  const changes = {
    ...(title !== before.title && { title }),
    ...(contentHash(payload) !== contentHash(before.payload) && { payload }),
  };
  return Object.keys(changes).length === 0
    ? { outcome: 'problem', problem: 'it says that already' }
    : { outcome: 'changed', changes };
}
