import { AppError, type JsonObject, untilKept } from '@intexuraos/kernel';
import type { AccountSecret } from '../domain/account-secret.ts';
import type { Connection } from '../domain/connection.ts';
import type { ActionEnginePorts, ConnectionChange } from '../ports.ts';
import { below, invalid } from './invalid.ts';
import { knownConnector } from './known-connector.ts';

type Ports = Pick<ActionEnginePorts, 'connections' | 'clock'>;

/** What is not named stays as it is. A new secret makes a connection that has ended work again. */
export interface WantedChange {
  readonly label?: string | undefined;
  readonly settings?: JsonObject | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly secret?: AccountSecret | undefined;
}

/** Throws NOT_FOUND, VALIDATION_FAILED with each problem beside its field, or CONFLICT. */
export async function changeConnection(
  { connections, clock }: Ports,
  userId: string,
  id: string,
  wanted: WantedChange,
): Promise<Connection> {
  const { connection } = await untilKept('connection', async () => {
    const found = await connections.get(userId, id);
    if (found === null) throw new AppError('NOT_FOUND', 'There is no such connection');
    check(found.connection, wanted);
    return connections.change(found, changeOf(wanted, clock.now()));
  });
  return connection;
}

function check({ platform }: Connection, { secret, settings }: WantedChange): void {
  const connector = knownConnector(platform);
  const problems = [
    ...(secret?.kind === 'entered' ? below('credentials', connector.credentialProblems(secret.credentials)) : []),
    ...(settings ? below('settings', connector.settingProblems(settings)) : []),
  ];
  if (problems.length > 0) throw invalid(problems);
}

const changeOf = ({ label, settings, scopes, secret }: WantedChange, now: number): ConnectionChange => ({
  connection: {
    ...(label !== undefined && { label }),
    ...(settings !== undefined && { settings }),
    ...(scopes !== undefined && { scopes }),
    ...(secret !== undefined && { health: 'healthy' as const }),
  },
  ...(secret !== undefined && { secret }),
  now,
});
