import { ActionStatus } from '@intexuraos/contracts';
import { z } from 'zod';
import type { Api } from './api.ts';
import { CliError, exitCodes } from './cli-error.ts';

/** An action as far as it is shown here; `--json` gives all that the server said. */
export const Action = z.looseObject({
  id: z.string(),
  type: z.string(),
  status: ActionStatus,
  version: z.number(),
  rev: z.number(),
  createdAt: z.string(),
  payload: z.record(z.string(), z.unknown()),
  ask: z.object({ code: z.string() }).nullable(),
  nextAttemptAt: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  wording: z.object({
    verb: z.string(),
    title: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    problem: z.string().nullable(),
  }),
});
export type Action = z.infer<typeof Action>;
export const OneAction = z.object({ action: Action });
export const Actions = z.object({ actions: z.array(Action), nextCursor: z.string().nullable() });

export const actionPath = (id: string) => `/actions/${encodeURIComponent(id)}`;

const codeOf = (name: string) => /^#?([0-9A-Za-z]{5})$/.exec(name)?.[1]?.toUpperCase();

/** By its id, or by the code of its question as it stands in the chat: `K7QF2`, `#K7QF2`. */
export async function findAction(api: Api, name: string): Promise<Action> {
  const code = codeOf(name);
  if (code === undefined) return (await api.get(actionPath(name), OneAction)).action;
  const { actions } = await api.get('/actions?status=awaiting_approval&limit=100', Actions);
  const found = actions.find(({ ask }) => ask?.code === code);
  if (found === undefined) throw new CliError(exitCodes.notFound, `No question with the code #${code} is open`);
  return found;
}
