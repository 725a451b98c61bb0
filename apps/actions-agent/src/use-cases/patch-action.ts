import { AppError, type JsonObject, uuidFromName } from '@intexuraos/kernel';
import { actionTypeNames, actionTypeOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import type { Command, EditChanges } from '../domain/commands.ts';
import type { Correction, Loaded } from '../ports.ts';
import { claimAndStart } from './claim-and-run.ts';
import type { Core } from './core.ts';
import { revOf, versionSeen } from './if-match.ts';
import { changedOrThrow, loadOwn, loadToDecide, type Owned } from './own-action.ts';

export interface PatchRequest extends Owned {
  /** `pending` and `processing` both mean approve. */
  readonly status?: 'pending' | 'processing' | 'rejected' | 'archived' | undefined;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly payload?: JsonObject | undefined;
  readonly ifMatch: string | undefined;
  readonly requestId: string;
}

/** A person's change on the web: edit, approve, reject or archive. */
export function createPatchAction(core: Core) {
  return async (request: PatchRequest): Promise<Loaded> => {
    const changes = editOf(request);
    if (changes === null && request.status === undefined) throw nothingToDo();
    if (changes !== null && request.status !== undefined) throw twoThingsAtOnce();
    const rev = revOf(request.ifMatch);
    return changes === null
      ? decideOn(await loadToDecide(core, request, rev), rev, request)
      : edit(await loadOwn(core, request), rev, request, changes);
  };

  async function edit(
    loaded: Loaded,
    rev: number | null,
    request: PatchRequest,
    changes: EditChanges,
  ): Promise<Loaded> {
    if (changes.type !== undefined && actionTypeOf(changes.type) === null) throw unknownType();
    checkPayload(changes.type ?? loaded.action.type, changes.payload);
    const command = (action: Action): Command => ({
      name: 'edit',
      by: request.userId,
      channel: 'web',
      version: rev === null ? action.version : versionSeen(action, rev),
      changes,
    });
    const change = await core.change(loaded, ({ action, at }) => {
      const correction = correctionOf(action, changes, at);
      return { commands: [command(action)], ...(correction && { correction }) };
    });
    const edited = changedOrThrow(core, change);
    await tellTrainer(loaded.action, edited, changes);
    return edited;
  }

  /** The corrected example goes to commands-agent, for training; nothing waits for it. */
  async function tellTrainer(before: Action, { action, at }: Loaded, changes: EditChanges): Promise<void> {
    const correction = correctionOf(before, changes, at);
    if (correction !== null) await core.ports.recordCorrection(correction, action);
  }

  async function decideOn(loaded: Loaded, rev: number | null, request: PatchRequest): Promise<Loaded> {
    const acting = { by: request.userId, channel: 'web' as const };
    const evidence = `web:${request.requestId}`;
    if (request.status === 'rejected') {
      return changedOrThrow(
        core,
        await core.change(loaded, () => ({ commands: [{ name: 'reject', ...acting, evidence, reason: null }] })),
      );
    }
    if (request.status === 'archived') {
      return changedOrThrow(
        core,
        await core.change(loaded, () => ({ commands: [{ name: 'archive', ...acting, reason: null }] })),
      );
    }
    const approve = (action: Action): Command => ({
      name: 'approve',
      ...acting,
      version: versionSeen(action, rev),
      askId: null,
      evidence,
      saidAt: null,
    });
    return changedOrThrow(core, await claimAndStart(core, loaded, (action) => [approve(action)]));
  }
}

function editOf({ type, title, payload }: PatchRequest): EditChanges | null {
  const changes = {
    ...(type !== undefined && { type }),
    ...(title !== undefined && { title }),
    ...(payload !== undefined && { payload }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

/** Throws VALIDATION_FAILED naming each field that the type cannot use. */
function checkPayload(type: string, payload: JsonObject = {}): void {
  const details = actionTypeOf(type)?.payloadProblems(payload) ?? [];
  if (details.length > 0) throw new AppError('VALIDATION_FAILED', 'The payload does not fit the type.', { details });
}

function correctionOf(action: Action, { type }: EditChanges, at: number): Correction | null {
  if (type === undefined || type === action.type) return null;
  return {
    id: uuidFromName(`correction|${action.id}|${action.version}`),
    actionId: action.id,
    fromType: action.type,
    toType: type,
    userId: action.userId,
    timestamp: new Date(at).toISOString(),
  };
}

const invalid = (message: string, path: string, expected: string) =>
  new AppError('VALIDATION_FAILED', message, { details: [{ path, message: expected }] });

const nothingToDo = () => invalid('Nothing to change.', '', 'expected status, or some of type, title and payload');
const twoThingsAtOnce = () =>
  invalid('An edit is asked about before it runs.', 'status', 'expected no status beside type, title and payload');
const unknownType = () =>
  invalid('There is no such action type.', 'type', `expected one of ${actionTypeNames.join(', ')}`);
