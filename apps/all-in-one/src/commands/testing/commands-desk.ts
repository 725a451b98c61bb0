import { z } from 'zod';
import { localAccess } from '../../reliability/testing/harness/one-machine/local-access.ts';
import type { OneMachine } from '../../reliability/testing/harness/one-machine/open-one-machine.ts';

const Command = z.object({ actionId: z.string().nullable(), failure: z.object({ code: z.string() }).nullable() });
const Read = z.object({ data: z.object({ command: Command }) });
const Listed = z.object({ data: z.object({ actions: z.array(z.object({ id: z.string(), commandId: z.string() })) }) });

/** commands-agent over HTTP, as a service. Whatever does not succeed is null: the machine may die over it. */
export interface CommandsDesk {
  /** Whether it was taken. */
  handIn(command: { readonly externalId: string; readonly text: string }): Promise<true | null>;
  read(commandId: string): Promise<z.infer<typeof Command> | null>;
  /** The ids of the actions that came of it. */
  actionsOf(commandId: string): Promise<readonly string[] | null>;
}

export function commandsDesk({ machine, dataDir }: Pick<OneMachine, 'machine' | 'dataDir'>): CommandsDesk {
  const access = localAccess(dataDir);
  const call = async <T>(answer: z.ZodType<{ readonly data: T }>, path: string, init: RequestInit = {}) => {
    const headers = { ...(await access.asService()), ...(await access.asPerson()), 'content-type': 'application/json' };
    const response = await fetch(machine.agent.url + path, { ...init, headers });
    return response.ok ? answer.parse(await response.json()).data : null;
  };
  const nullIfItDied = () => null;
  return {
    async handIn(command) {
      const body = JSON.stringify({ userId: access.userId(), sourceType: 'test', ...command });
      const taken = await call(Read, '/internal/commands', { method: 'POST', body }).catch(nullIfItDied);
      return taken === null || taken.command.actionId === null ? null : true;
    },
    async read(commandId) {
      const found = await call(Read, `/internal/commands/${encodeURIComponent(commandId)}`).catch(nullIfItDied);
      return found?.command ?? null;
    },
    async actionsOf(commandId) {
      const listed = await call(Listed, '/actions?limit=100').catch(nullIfItDied);
      return listed?.actions.filter((action) => action.commandId === commandId).map(({ id }) => id) ?? null;
    },
  };
}
