import { type Action, phaseOf } from '../action.ts';
import type { Command } from '../commands.ts';
import { kindOf } from '../due.ts';
import { approveOrAsk, nextStep } from '../next-step.ts';
import { refusalOf, type Table } from '../transition.ts';
import type { Job } from './reducer.ts';
import { behind, modelContext, present } from './types.ts';
import type { Yes } from './world.ts';

/** How a call ended, as far as its caller can tell. */
export type CallEnd = 'done' | 'busy' | 'refused' | 'duplicate' | 'lost';

const about = { channel: 'web', by: 'anna' } as const;
const failure = { code: '', message: '', retryable: true };
const always =
  (...commands: readonly Command[]) =>
  () =>
    commands;

const isAllowed = (action: Action, command: Command, table: Table) =>
  refusalOf(action, command, modelContext, table) === null;

/** The pause ahead is one moment in the model: it passes when it passes. */
const pauseMs = 500;

function retryElseFail(
  action: Action,
  speaker: 'holder' | 'sweeper',
  epoch: number,
  end: CallEnd,
  table: Table,
): Command {
  const outcome = end === 'lost' ? 'unknown' : 'no_effect';
  const told = { epoch, speaker, outcome, failure } as const;
  const retry: Command = { name: 'retry', ...told, pauseMs: speaker === 'sweeper' ? 0 : pauseMs };
  const result = end === 'duplicate' ? { existingBookmarkId: 'b' } : null;
  const isRetryable = end === 'busy' || end === 'lost';
  return isRetryable && isAllowed(action, retry, table) ? retry : { name: 'fail', ...told, result };
}

/** What `use-cases/` plan, one entry each: the same commands under the same conditions. */
export const jobs = {
  /** A handler of `action.created` has chosen its step from the state that it read first. */
  process(action: Action): Job | null {
    switch (nextStep(action, modelContext)) {
      case 'notice':
        return { name: 'notice', isChosen: true, plan: always({ name: 'unsupported' }) };
      case 'approveOrAsk':
        return jobs.approveOrAsk(approveOrAsk(action, modelContext));
      case 'execute':
        return { name: 'execute', isChosen: true, plan: always({ name: 'claim', owner: 'w' }) };
      case 'nothing':
        return jobs.crossOff(action);
      case 'prepare':
        return null;
    }
  },
  approveOrAsk: (command: Command): Job =>
    command.name === 'ask'
      ? { name: 'ask', isChosen: true, plan: (now) => (phaseOf(now) === 'unasked' ? [command] : null) }
      : { name: 'auto', isChosen: true, plan: always(command, { name: 'claim', owner: 'w' }) },
  crossOff(action: Action): Job | null {
    const keys = action.due.filter((due) => kindOf(due) === 'created').map(({ key }) => key);
    if (keys.length === 0 || phaseOf(action) === 'approved') return null;
    return { name: `cross off ${keys.join()}`, plan: always({ name: 'told', keys, postponeTo: null }) };
  },
  prepared: (version: number, status: 'ready' | 'failed'): Job => ({
    name: `prepared v${version} ${status}`,
    plan(now) {
      if (now.version !== version || now.preparation?.status !== 'pending') return null;
      const problem = status === 'failed' ? 'a fact is missing' : null;
      const preparation = { status, problem, reasoning: null, generatedAt: null };
      const facts = status === 'ready' ? { of: now.title } : null;
      return [{ name: 'prepared', version, facts, preparation }, ...afterPreparation(now, status)];
    },
  }),
  threw: { name: 'threw', plan: (now) => [{ name: 'threw', version: now.version, message: '' }] } satisfies Job,
  giveUp: {
    name: 'give up',
    plan: ({ status, version }) =>
      status === 'pending'
        ? [{ name: 'poison', failure }]
        : [
            {
              name: 'prepared',
              version,
              facts: null,
              preparation: { status: 'failed', problem: 'given up', reasoning: null, generatedAt: null },
            },
          ],
  } satisfies Job,
  approve: (yes: Yes, version: number, claims: boolean): Job => ({
    name: `approve ${JSON.stringify([yes, version, claims])}`,
    isChosen: !yes.isQuoted,
    plan(now) {
      const saidAt = yes.isLate ? present : behind;
      const { askId, evidence } = yes;
      const approve: Command = {
        name: 'approve',
        ...about,
        version,
        askId,
        evidence,
        saidAt: askId === null ? null : saidAt,
      };
      return claims && now.type !== 'timed' ? [approve, { name: 'claim', owner: 'w' }] : [approve];
    },
  }),
  end: (epoch: number, end: CallEnd): Job => ({
    name: `end ${epoch} ${end}`,
    plan: (now, table) =>
      end === 'done'
        ? [{ name: 'complete', epoch, speaker: 'holder', result: {} }]
        : [retryElseFail(now, 'holder', epoch, end, table)],
  }),
  takeBack: {
    name: 'take back',
    plan: (now, table) =>
      now.lease === null || now.lease.until > present
        ? null
        : [retryElseFail(now, 'sweeper', now.epoch, 'lost', table)],
  } satisfies Job,
  told: (key: string): Job => ({ name: `told ${key}`, plan: always({ name: 'told', keys: [key], postponeTo: null }) }),
  delivery: (key: string, status: 'sent' | 'failed'): Job => ({
    name: `delivery ${key} ${status}`,
    plan: always({ name: 'delivery', key, delivery: { status } }),
  }),
  /** A command that is the same whatever is read. */
  order: (command: Command): Job => ({
    name: JSON.stringify(command),
    isChosen: command.name === 'clarify',
    plan: always(command),
  }),
};

/** An action that nobody was asked about goes on to its ask, unless a rule approves it. Without facts no rule is asked for. */
function afterPreparation(action: Action, status: 'ready' | 'failed'): readonly Command[] {
  if (phaseOf(action) !== 'unasked') return [];
  return [approveOrAsk(action, { ...modelContext, rules: status === 'ready' ? modelContext.rules : [] })];
}
