import { ConnectorError } from '@intexuraos/connectors';
import type { Connection } from '../domain/connection.ts';

/** The platform does not know the credentials any more, or there are none: only the person can help. */
export const expired = ({ platform, label }: Connection) =>
  new ConnectorError('CONNECTION_EXPIRED', `The connection "${label}" (${platform}) has ended: connect it anew`);

/** Nothing has been asked of the platform. */
export const notNow = ({ platform, label }: Connection, cause?: unknown) =>
  new ConnectorError('PLATFORM_UNAVAILABLE', `The connection "${label}" (${platform}) cannot be used at the moment`, {
    cause,
  });
