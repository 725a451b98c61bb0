import { type Connector, connectors } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';

/** Null: there is no such platform here. */
export const connectorNamed = (platform: string): Connector | null =>
  Object.values<Connector>(connectors).find(({ name }) => name === platform) ?? null;

/** Throws NOT_FOUND, with the names that there are. */
export function knownConnector(platform: string): Connector {
  const connector = connectorNamed(platform);
  if (connector !== null) return connector;
  const names = Object.keys(connectors).join(', ');
  throw new AppError('NOT_FOUND', `There is no platform "${platform}". There are: ${names}`);
}
