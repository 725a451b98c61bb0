import { z } from 'zod';
import { localAccess } from '../../reliability/testing/harness/one-machine/local-access.ts';
import type { OneMachine } from '../../reliability/testing/harness/one-machine/open-one-machine.ts';

const Command = z.object({ actionId: z.string().nullable(), failure: z.object({ code: z.string() }).nullable() });
const Read = z.object({ data: z.object({ command: Command }) });
const Listed = z.object({ data: z.object({ actions: z.array(z.object({ id: z.string(), commandId: z.string() })) }) });

/** commands-agent over HTTP, as a service. Whatever does not succeed is null: the machine may be dead at the moment. */
export interface CommandsDesk {
  /** Whether it was taken. */
  handIn(command: { readonly externalId: string; readonly text: string }): Promise<true | null>;
  read(commandId: string): Promise<z.infer<typeof Command> | null>;
  /** The ids of the actions that came of it. Throws while the machine does not answer. */
  actionsOf(commandId: string): Promise<readonly string[]>;
}

export function commandsDesk({ machine, dataDir }: Pick<OneMachine, 'machine' | 'dataDir'>): CommandsDesk {
  const access = localAccess(dataDir);
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { ...(await access.asService()), ...(await access.asPerson()), 'content-type': 'application/json' };
    return fetch(machine.agent.url + path, { ...init, headers });
  };
  return {
    async handIn(command) {
      const body = JSON.stringify({ userId: access.userId(), sourceType: 'test', ...command });
      const taken = await call('/internal/commands', { method: 'POST', body }).catch(() => null);
      return taken !== null && taken.ok && Read.parse(await taken.json()).data.command.actionId !== null ? true : null;
    },
    async read(commandId) {
      const found = await call(`/internal/commands/${encodeURIComponent(commandId)}`).catch(() => null);
      return found?.ok ? Read.parse(await found.json()).data.command : null;
    },
    async actionsOf(commandId) {
      const { actions } = Listed.parse(await (await call('/actions?limit=100')).json()).data;
      return actions.filter((action) => action.commandId === commandId).map(({ id }) => id);
    },
  };
}
