import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandTypes } from '../../domain/command.ts';

/** `nothing`: small talk, of which no action shall come. */
export const labels = [...commandTypes, 'nothing'] as const;
export type Label = (typeof labels)[number];

/** One command as somebody could write it, and what they want by it. */
export interface LabelledCommand {
  readonly language: string;
  readonly text: string;
  readonly label: Label;
  /** Another reader could see another type in it. */
  readonly ambiguous: boolean;
  /** The rules were completed while looking at the mistakes of the other half only. */
  readonly heldOut: boolean;
}

const folder = join(import.meta.dirname, '../../../labelled');
const LabelRead = z.enum(labels);

/** Decided by the text alone, so that a row never changes sides. */
const isHeldOut = (text: string) => (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1;

function commandOf(language: string, line: string): LabelledCommand {
  const [label = '', text = ''] = line.split('\t');
  const read = LabelRead.parse(label.replace('?', ''));
  return { language, text, label: read, ambiguous: label.endsWith('?'), heldOut: isHeldOut(text) };
}

/** All of `labelled/<language>.tsv`: a label, with `?` where it is ambiguous, a tab, and the text. */
export const labelledCommands: readonly LabelledCommand[] = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => commandOf(name.replace('.tsv', ''), line)),
);
