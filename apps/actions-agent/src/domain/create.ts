import type { JsonObject } from '@intexuraos/kernel';
import type { Action, Origin } from './action.ts';
import { contentOf, hashOf } from './content.ts';
import type { Context } from './context.ts';
import { dueAtOf, tell } from './due.ts';

/** What holds for an action that nobody has touched yet. */
export const untouched = {
  previous: null,
  version: 1,
  rev: 1,
  contentRev: 1,
  ask: null,
  asksMade: 0,
  approval: null,
  evidence: [],
  lease: null,
  epoch: 0,
  attempts: 0,
  nextAttemptAt: null,
  outcome: 'none',
  failure: null,
  result: null,
  due: [],
  dueAt: null,
  handlerErrors: 0,
  needsAttention: null,
  deletedAt: null,
  schemaVersion: 1,
} as const satisfies Partial<Action>;

export interface NewAction {
  readonly id: string;
  readonly userId: string;
  readonly commandId: string;
  readonly ordinal: number;
  readonly type: string;
  readonly title: string;
  readonly confidence: number;
  readonly payload: JsonObject;
  readonly origin: Origin;
  readonly requestHash: string;
}

/** The first state of an action: pending, nobody asked, and the word that somebody should look at it due. */
export function createAction(input: NewAction, context: Context): Action {
  const { now } = context;
  const content = contentOf({ type: input.type, title: input.title, payload: input.payload }, context);
  const action: Action = {
    ...input,
    ...content,
    status: 'pending',
    createdAt: now,
    updatedAt: now,
    ...untouched,
    contentHash: hashOf(content),
    events: [
      {
        seq: 1,
        at: now,
        event: 'create',
        by: input.origin.kind,
        channel: 'system',
        status: 'pending',
        version: 1,
        note: null,
      },
    ],
  };
  const told = tell(action, 'created', context);
  return { ...told, dueAt: dueAtOf(told) };
}
