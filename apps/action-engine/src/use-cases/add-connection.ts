import type { JsonObject } from '@intexuraos/kernel';
import type { AccountSecret } from '../domain/account-secret.ts';
import type { Connection } from '../domain/connection.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { below, invalid } from './invalid.ts';
import { knownConnector } from './known-connector.ts';

type Ports = Pick<ActionEnginePorts, 'connections' | 'clock' | 'random'>;

export interface EnteredAccount {
  readonly platform: string;
  readonly label: string | null;
  readonly credentials: JsonObject;
  readonly settings: JsonObject;
}

/** Keeps what a person typed in. Throws NOT_FOUND for the platform, VALIDATION_FAILED with each problem beside its field. */
export async function addConnection(ports: Ports, userId: string, entered: EnteredAccount): Promise<Connection> {
  const { platform, label, credentials, settings } = entered;
  const connector = knownConnector(platform);
  const problems = [
    ...below('credentials', connector.credentialProblems(credentials)),
    ...below('settings', connector.settingProblems(settings)),
  ];
  if (problems.length > 0) throw invalid(problems);
  const facts = { platform, label: label ?? connector.title, settings, scopes: [] };
  return keepConnection(ports, userId, facts, { kind: 'entered', credentials });
}

type Facts = Pick<Connection, 'platform' | 'label' | 'settings' | 'scopes'>;

const connectionsMax = 100;

/** Throws VALIDATION_FAILED when the person has as many as they may. */
export async function keepConnection(
  { connections, clock, random }: Ports,
  userId: string,
  facts: Facts,
  secret: AccountSecret,
): Promise<Connection> {
  if ((await connections.list(userId)).length >= connectionsMax)
    throw invalid([{ path: '', message: `expected at most ${connectionsMax} connections: delete one first` }]);
  const connection: Connection = {
    ...facts,
    id: random.uuid(),
    userId,
    health: 'healthy',
    connectedAt: clock.now(),
    lastUsedAt: null,
  };
  await connections.add(connection, secret);
  return connection;
}
