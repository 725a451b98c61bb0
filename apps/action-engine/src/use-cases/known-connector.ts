import { type Connector, connectors } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';

const byName = new Map<string, Connector>(Object.entries(connectors));

/** Null: there is no such platform here. */
export const connectorNamed = (platform: string): Connector | null => byName.get(platform) ?? null;

/** Throws NOT_FOUND, with the names that there are. */
export function knownConnector(platform: string): Connector {
  const connector = connectorNamed(platform);
  if (connector !== null) return connector;
  const details = { path: 'platform', expected: [...byName.keys()] };
  throw new AppError('NOT_FOUND', `There is no platform "${platform}"`, { details });
}
