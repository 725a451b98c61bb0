import { AppError, contentHash, type JsonObject, uuidFromName } from '@intexuraos/kernel';
import type { Origin } from '../domain/action.ts';
import { createAction } from '../domain/create.ts';
import type { Loaded } from '../ports.ts';
import { contextAt } from './change-action.ts';
import type { Core } from './core.ts';

export interface CreateRequest {
  readonly userId: string;
  readonly commandId: string;
  readonly ordinal: number;
  readonly type: string;
  readonly title: string;
  readonly confidence: number;
  readonly payload: JsonObject;
  readonly origin: Origin | undefined;
  /** The `Idempotency-Key` header; without it `commandId` and `ordinal` are the key. */
  readonly idempotencyKey: string | undefined;
}

/** The same request has the same id, whoever repeats it and however often. */
const idOf = ({ userId, commandId, ordinal, idempotencyKey }: CreateRequest) =>
  uuidFromName(
    JSON.stringify(
      idempotencyKey === undefined ? ['action', userId, commandId, ordinal] : ['key', userId, idempotencyKey],
    ),
  );

/**
 * Stores a new action and lets it be looked at. `created` is false when the same request came before.
 * Throws VALIDATION_FAILED when its key was used for another body.
 */
export function createCreateAction(core: Core) {
  const { ports, settings, teller } = core;
  return async (request: CreateRequest): Promise<{ readonly created: boolean; readonly loaded: Loaded }> => {
    const { idempotencyKey: _key, origin, ...input } = request;
    const action = createAction(
      {
        ...input,
        id: idOf(request),
        origin: origin ?? { kind: 'command', id: request.commandId },
        requestHash: contentHash({ ...input, origin: origin ?? null }),
      },
      contextAt(ports.clock.now(), settings.policy),
    );
    ports.crashPoint('before-create');
    const { outcome, loaded } = await ports.actions.create(action);
    ports.crashPoint('after-create');
    if (outcome === 'created')
      await teller.tell(
        loaded,
        loaded.action.due.map((due) => due.key),
      );
    else if (loaded.action.requestHash !== action.requestHash) {
      throw new AppError(
        'VALIDATION_FAILED',
        'This command id and ordinal, or this Idempotency-Key, was used for another request.',
        {
          details: [{ path: 'commandId', message: 'expected the body that was sent with it before, or a new one' }],
        },
      );
    }
    return { created: outcome === 'created', loaded };
  };
}
