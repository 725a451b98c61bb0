import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { hashOf } from '../../domain/content.ts';
import { untouched } from '../../domain/create.ts';
import { dueAtOf } from '../../domain/due.ts';
import { stuckSince } from '../../domain/stuck.ts';

const JsonObject = z.record(z.string(), z.json());
const isoToMs = z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);

/** The seed's ten fields; all a document of the first version has. */
const SeedFields = z.object({
  id: z.string(),
  userId: z.string(),
  commandId: z.string(),
  type: z.string(),
  confidence: z.number(),
  title: z.string(),
  status: z.enum(['pending', 'awaiting_approval', 'processing', 'completed', 'failed', 'rejected', 'archived']),
  payload: JsonObject.default({}),
  createdAt: isoToMs,
  updatedAt: isoToMs,
});

const withoutEdits = { previous: null } satisfies Partial<Action>;

/** The schema is asked only about what is no time as today's code writes it. */
function timeOf(stored: unknown): number {
  const ms = typeof stored === 'string' ? Date.parse(stored) : Number.NaN;
  return Number.isNaN(ms) ? isoToMs.parse(stored) : ms;
}

/** A document that today's code wrote carries its schema version: its shape is trusted, only times are read back. */
const isCurrent = (data: unknown): data is Action & { createdAt: unknown; updatedAt: unknown } =>
  typeof data === 'object' && data !== null && 'schemaVersion' in data && data.schemaVersion === 1;

/** An old document as an action: never approved by today's rules, so it asks before it runs. */
function fromSeed(data: unknown): Action {
  const seed = SeedFields.parse(data);
  const content = {
    type: seed.type,
    title: seed.title,
    payload: seed.payload,
    prepared: null,
    target: { service: 'none', connectionId: null },
  };
  const action: Action = {
    ...seed,
    ...content,
    ordinal: 0,
    origin: { kind: 'command', id: seed.commandId },
    preparation: null,
    ...untouched,
    contentHash: hashOf(content),
    requestHash: '',
    events: [],
  };
  return { ...action, dueAt: dueAtOf(action) };
}

/** Reads a stored action, today's or the seed's. Throws when a required field is missing. */
export const ActionDocument = {
  parse(data: unknown): Action {
    if (!isCurrent(data)) return fromSeed(data);
    // `previous` came later than the first documents of this version.
    return { ...withoutEdits, ...data, createdAt: timeOf(data.createdAt), updatedAt: timeOf(data.updatedAt) };
  },
};

/** The stored form: times of the seed's fields in ISO 8601, plus the fields that only queries need. */
export function documentOf(action: Action): object {
  return {
    ...action,
    createdAt: new Date(action.createdAt).toISOString(),
    updatedAt: new Date(action.updatedAt).toISOString(),
    originKey: `${action.origin.kind}:${action.origin.id}`,
    stuckSince: stuckSince(action),
    openAskCode: action.status === 'awaiting_approval' ? (action.ask?.code ?? null) : null,
  };
}
