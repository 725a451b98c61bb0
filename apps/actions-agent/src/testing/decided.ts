import type { Action } from '../domain/action.ts';
import type { Command } from '../domain/commands.ts';
import type { Context } from '../domain/context.ts';
import { kindOf } from '../domain/due.ts';
import { decide, refusalOf } from '../domain/transition.ts';
import { aContext } from './a-context.ts';

/** The action after the commands. Throws where the table refuses, so that no test goes on with nothing. */
export function decided(action: Action, commands: Command | readonly Command[], facts: Partial<Context> = {}): Action {
  const decision = decide(action, 'name' in commands ? [commands] : commands, aContext(facts));
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.reason}`);
  return decision.action;
}

/** The name of the guard in the way; `no such move` where the table has none from this phase, null where it may happen. */
export function refused(action: Action, command: Command, facts: Partial<Context> = {}): string | null {
  const refusal = refusalOf(action, command, aContext(facts));
  return refusal === null ? null : (refusal.guard ?? 'no such move');
}

/** What is due, by kind. */
export const dueKinds = ({ due }: Action): readonly string[] => due.map(kindOf).toSorted();

const person = { by: 'anna', channel: 'web' } as const;

/** Commands as they usually come; a test says what matters. */
export const say = {
  approve: (facts: Partial<Extract<Command, { name: 'approve' }>> = {}): Command => ({
    name: 'approve',
    ...person,
    version: 1,
    askId: null,
    evidence: 'wamid.1',
    saidAt: null,
    ...facts,
  }),
  reject: (facts: Partial<Extract<Command, { name: 'reject' }>> = {}): Command => ({
    name: 'reject',
    ...person,
    evidence: 'wamid.1',
    reason: null,
    ...facts,
  }),
  clarify: (facts: Partial<Extract<Command, { name: 'clarify' }>> & { readonly askId: string }): Command => ({
    name: 'clarify',
    ...person,
    evidence: 'wamid.1',
    hint: null,
    ...facts,
  }),
  edit: (facts: Partial<Extract<Command, { name: 'edit' }>> = {}): Command => ({
    name: 'edit',
    ...person,
    version: 1,
    changes: { title: 'Buy oat milk' },
    ...facts,
  }),
  archive: (): Command => ({ name: 'archive', ...person, reason: null }),
  delete: (): Command => ({ name: 'delete', ...person }),
  askAgain: (confirmMayDuplicate = false): Command => ({ name: 'askAgain', ...person, confirmMayDuplicate }),
  updateDuplicate: (): Command => ({ name: 'updateDuplicate', ...person, result: { message: 'updated' } }),
  skipDuplicate: (): Command => ({ name: 'skipDuplicate', ...person }),
  claim: { name: 'claim', owner: 'w1' } satisfies Command,
  complete: (epoch = 1): Command => ({ name: 'complete', epoch, speaker: 'holder', result: { message: 'Done' } }),
  retry: (facts: Partial<Extract<Command, { name: 'retry' }>> = {}): Command => ({
    name: 'retry',
    epoch: 1,
    speaker: 'holder',
    outcome: 'no_effect',
    failure: { code: 'BUSY', message: 'busy', retryable: true },
    pauseMs: 5_000,
    ...facts,
  }),
  fail: (facts: Partial<Extract<Command, { name: 'fail' }>> = {}): Command => ({
    name: 'fail',
    epoch: 1,
    speaker: 'holder',
    outcome: 'no_effect',
    failure: { code: 'NO', message: 'no', retryable: false },
    result: null,
    ...facts,
  }),
  prepared: (facts: Partial<Extract<Command, { name: 'prepared' }>> = {}): Command => ({
    name: 'prepared',
    version: 1,
    facts: { start: 'at noon' },
    preparation: { status: 'ready', problem: null, reasoning: 'read', generatedAt: 0 },
    ...facts,
  }),
};
