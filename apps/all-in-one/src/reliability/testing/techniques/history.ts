import { appendFileSync } from 'node:fs';

/** What was tried and what came of it, one JSON object a line. `info`: nobody knows what became of it. */
export interface History {
  readonly path: string;
  note(entry: { readonly op: string; readonly outcome?: 'ok' | 'info' } & Readonly<Record<string, unknown>>): void;
}

export const createHistory = (path: string): History => ({
  path,
  note: (entry) => appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`),
});
