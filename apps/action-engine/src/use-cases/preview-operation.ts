import type { Connector } from '@intexuraos/connectors';
import type { OperationPreview } from '@intexuraos/internal-clients/action-engine';
import { AppError, type JsonObject } from '@intexuraos/kernel';
import { z } from 'zod';
import type { Connection } from '../domain/connection.ts';
import { digestOf } from '../domain/rendering.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { type Chosen, chooseAccount } from './choose-account.ts';
import { readWish } from './read-wish.ts';

export interface OperationToPreview {
  readonly userId: string;
  readonly platform: string | undefined;
  readonly operation: string;
  readonly payload: JsonObject;
  readonly connectionId: string | null;
}

/** Exactly what would be sent, from which account, or what a person has to mend first. Changes nothing. */
export async function previewOperation(
  ports: ActionEnginePorts,
  wanted: OperationToPreview,
): Promise<OperationPreview> {
  try {
    return render(wanted, await chooseAccount(ports, wanted));
  } catch (error) {
    if (!(error instanceof AppError) || !mendable.has(error.code)) throw error;
    return { status: 'failed', problem: problemOf(error) };
  }
}

const mendable = new Set<string>(['NOT_FOUND', 'VALIDATION_FAILED', 'CONFLICT']);

const Details = z.array(z.object({ path: z.string(), message: z.string() })).catch([]);

/** Each field with what is wrong with it. */
function problemOf({ message, details }: AppError): string {
  const problems = Details.parse(details).map(({ path, message: text }) =>
    path === 'payload' ? text : `${path.replace(/^payload\./, '')}: ${text}`,
  );
  return problems.length === 0 ? message : problems.join('; ');
}

function render({ operation: name, payload }: OperationToPreview, { connector, connection }: Chosen): OperationPreview {
  const { operation, bound } = readWish(connector.name, name, payload, connection?.settings);
  const wished = {
    platform: connector.name,
    operation: name,
    payload: bound.payload,
    connectionId: connection?.id ?? null,
    simulate: connection === null,
  };
  return {
    status: 'ready',
    platform: wished.platform,
    action_type: name,
    connection: wished.connectionId,
    payload: bound.payload,
    digest: digestOf(wished),
    describe: operation.describe,
    account: accountName(connector, connection),
    risk: operation.risk,
    facts: [...bound.facts],
  };
}

function accountName({ title }: Connector, connection: Connection | null): string {
  if (connection === null) return 'none: it is only simulated';
  return connection.label === title ? title : `${connection.label} (${title})`;
}
