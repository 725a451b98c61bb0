import { type Connector, connectors } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';
import type { Connection } from '../domain/connection.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { knownConnector } from './known-connector.ts';

interface Wanted {
  readonly userId: string;
  /** Undefined: any that has the operation. */
  readonly platform: string | undefined;
  readonly operation: string;
  readonly connectionId: string | null;
}

/** Where an operation is performed; no connection where it is only simulated. */
export interface Chosen {
  readonly connector: Connector;
  readonly connection: Connection | null;
}

type Ports = Pick<ActionEnginePorts, 'accounts' | 'connections' | 'simulated' | 'webAppUrl'>;

/** Throws NOT_FOUND where nothing can perform it: what would help is said for the person. */
export async function chooseAccount(ports: Ports, wanted: Wanted): Promise<Chosen> {
  const candidates = candidatesFor(wanted);
  for (const connector of candidates) {
    const connection = await connectionOf(ports, connector, wanted);
    if (connection !== null) return { connector, connection: healthy(ports, connection) };
  }
  const simulated = candidates.find(({ name }) => ports.simulated.has(name));
  if (simulated !== undefined) return { connector: simulated, connection: null };
  throw new AppError('NOT_FOUND', `${missing(candidates, wanted)}: ${howToConnect(ports)}`);
}

/** Those that can be asked afterwards whether they did it come first. */
function candidatesFor({ platform, operation }: Wanted): readonly Connector[] {
  if (platform !== undefined) return [knownConnector(platform)];
  const rank = ({ operations }: Connector) => (operations[operation]?.canReconcile === true ? 0 : 1);
  const able = Object.values<Connector>(connectors).filter(({ operations }) => Object.hasOwn(operations, operation));
  if (able.length === 0) throw new AppError('NOT_FOUND', `No platform has an operation "${operation}"`);
  return able.toSorted((one, other) => rank(one) - rank(other));
}

async function connectionOf({ accounts, connections, simulated }: Ports, { name }: Connector, wanted: Wanted) {
  if (simulated.has(name)) return null;
  const account = await accounts.find(wanted.userId, name, wanted.connectionId);
  return account && ((await connections.get(wanted.userId, account.id))?.connection ?? null);
}

function healthy(ports: Ports, connection: Connection): Connection {
  if (connection.health === 'healthy') return connection;
  throw new AppError('CONFLICT', `The connection "${connection.label}" has ended: ${howToConnect(ports)}`);
}

const missing = (candidates: readonly Connector[], { connectionId }: Wanted) => {
  const titles = candidates.map(({ title }) => title).join(' or ');
  return connectionId === null ? `No account of ${titles} is connected` : `There is no such account of ${titles}`;
};

const howToConnect = ({ webAppUrl }: Ports) =>
  `connect one at ${webAppUrl === null ? 'the page Connections' : `${webAppUrl.replace(/\/$/, '')}/#/connections`}`;
