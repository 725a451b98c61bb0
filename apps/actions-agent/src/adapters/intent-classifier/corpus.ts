import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One labelled reply of somebody else's collection. */
const Line = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  label: z.enum(['approve', 'reject', 'unclear']),
  /** Also asks or changes something. */
  compound: z.boolean().optional(),
});

export interface LabelledReply extends z.infer<typeof Line> {
  readonly file: string;
  /** The lists were written while looking at the other half only. */
  readonly heldOut: boolean;
}

/** Decided by the id alone, so that a row never changes sides. */
const isHeldOut = (id: string) => (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 1;

async function readRows(directory: string, name: string): Promise<readonly LabelledReply[]> {
  const lines = (await readFile(join(directory, name), 'utf8')).split('\n').filter(Boolean);
  const rows = lines.map((line) => Line.parse(JSON.parse(line)));
  return rows.map((row) => ({ ...row, file: name, heldOut: isHeldOut(row.id) }));
}

export async function readCorpus(directory: string): Promise<readonly LabelledReply[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.jsonl')).sort();
  return (await Promise.all(names.map((name) => readRows(directory, name)))).flat();
}

/** A vocabulary's row such as "(ja|jo)" is a pattern for a program, not a reply. */
export const isPattern = ({ file, text }: LabelledReply): boolean => file === 'vocab.jsonl' && /[()|]/.test(text);
