import type { Bound, Connector, Operation } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';
import { below } from './invalid.ts';
import { knownConnector } from './known-connector.ts';

/** An operation of a platform, with a payload that it takes. */
export interface ReadWish {
  readonly connector: Connector;
  readonly operation: Operation;
  readonly bound: Bound;
}

/**
 * With an account's settings, what they say is filled in. Throws NOT_FOUND for a platform or operation that nobody knows, and VALIDATION_FAILED with
 * `details: [{path, message}]` for a payload that the operation does not take, or an account that is set so does not.
 */
export function readWish(platform: string, name: string, payload: unknown, settings?: unknown): ReadWish {
  const connector = knownConnector(platform);
  const operation = operationOf(connector, name);
  const read = operation.bind(payload, settings);
  if ('bound' in read) return { connector, operation, bound: read.bound };
  const details = below('payload', read.problems);
  throw new AppError('VALIDATION_FAILED', `The payload does not fit ${platform}.${name}`, { details });
}

function operationOf({ title, operations }: Connector, name: string): Operation {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation !== undefined) return operation;
  const details = { path: 'action_type', expected: Object.keys(operations) };
  throw new AppError('NOT_FOUND', `${title} has no operation "${name}"`, { details });
}
