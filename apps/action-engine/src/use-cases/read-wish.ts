import { type Bound, type Connector, connectors, type Operation } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';

/** An operation of a platform, with a payload that it takes. */
export interface ReadWish {
  readonly connector: Connector;
  readonly operation: Operation;
  readonly bound: Bound;
}

const byName = new Map<string, Connector>(Object.entries(connectors));

/** Throws NOT_FOUND for a platform or operation that nobody knows. */
function operationOf(platform: string, name: string): Pick<ReadWish, 'connector' | 'operation'> {
  const connector = byName.get(platform);
  if (connector === undefined) {
    const details = { path: 'platform', expected: [...byName.keys()] };
    throw new AppError('NOT_FOUND', `There is no platform "${platform}"`, { details });
  }
  const operation = Object.hasOwn(connector.operations, name) ? connector.operations[name] : undefined;
  if (operation === undefined) {
    const details = { path: 'action_type', expected: Object.keys(connector.operations) };
    throw new AppError('NOT_FOUND', `${connector.title} has no operation "${name}"`, { details });
  }
  return { connector, operation };
}

/** Throws VALIDATION_FAILED with `details: [{path, message}]` for a payload that the operation does not take. */
export function readWish(platform: string, name: string, payload: unknown): ReadWish {
  const { connector, operation } = operationOf(platform, name);
  const read = operation.bind(payload);
  if ('bound' in read) return { connector, operation, bound: read.bound };
  const details = read.problems.map(({ path, message }) => ({
    path: ['payload', path].filter(Boolean).join('.'),
    message,
  }));
  throw new AppError('VALIDATION_FAILED', `The payload does not fit ${platform}.${name}`, { details });
}
