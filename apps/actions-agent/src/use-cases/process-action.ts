import { type ActionType } from '../action-types/define.ts';
import { actionTypeOf } from '../action-types/index.ts';
import { type Action, phaseOf } from '../domain/action.ts';
import type { ApprovalRule } from '../domain/approval-rule.ts';
import type { Command, CommandOf } from '../domain/commands.ts';
import { kindOf } from '../domain/due.ts';
import { approveOrAsk, type NextStep, nextStep } from '../domain/next-step.ts';
import type { Loaded } from '../ports.ts';
import { contextAt } from './change-action.ts';
import { claimAndRun } from './claim-and-run.ts';
import type { Core } from './core.ts';
import { rulesFor } from './rules-for.ts';

/** What an event says somebody should look at. */
interface Subject {
  readonly actionId: string;
  readonly version?: number | undefined;
}

/**
 * What `action.created` leads to: the person is asked, or what they approved is run. Safe to call any number of times;
 * an event for an older version is done with.
 */
export function createProcessAction(core: Core) {
  const { ports, settings } = core;

  async function notice(loaded: Loaded): Promise<void> {
    ports.log.warn({ actionId: loaded.action.id, type: loaded.action.type }, 'no handler for this type');
    await core.change(loaded, () => ({ commands: [{ name: 'unsupported' }] }));
  }

  /** Works out the facts; the ask goes into the same commit. */
  async function prepare(loaded: Loaded): Promise<void> {
    const type = actionTypeOf(loaded.action.type);
    if (type === null) return;
    const { version } = loaded.action;
    const prepared = await preparedBy(type, loaded);
    const isReady = prepared.preparation.status === 'ready' && phaseOf(loaded.action) === 'unasked';
    const rules = isReady ? await rulesFor(core, loaded) : [];
    await core.change(loaded, (now) =>
      now.action.version === version && now.action.preparation?.status === 'pending'
        ? { commands: [prepared, ...nextAfter(now, rules)], rules }
        : null,
    );
  }

  /** An action that nobody was asked about goes on to its ask, unless a rule approves it. */
  const nextAfter = ({ action, at }: Loaded, rules: readonly ApprovalRule[]): readonly Command[] =>
    phaseOf(action) === 'unasked' ? [approveOrAsk(action, contextAt(at, settings.policy, { rules }))] : [];

  async function preparedBy(type: ActionType, { action, at }: Loaded): Promise<CommandOf<'prepared'>> {
    ports.crashPoint('before-prepare');
    const locale = await ports.people.localeOf(action.userId);
    const found = await type.prepare(action, ports.connect, { now: at, locale });
    ports.crashPoint('after-prepare');
    const problem = found.status === 'failed' ? found.problem : null;
    const preparation = { status: found.status, problem, reasoning: found.reasoning, generatedAt: at };
    return { name: 'prepared', version: action.version, facts: found.facts, preparation };
  }

  /** A thrown preparation is counted, and the event comes again; after too many the person is told instead of waiting on. */
  async function prepareOrCount(loaded: Loaded): Promise<void> {
    if (loaded.action.handlerErrors >= settings.policy.handlerErrorsMax) return giveUp(loaded);
    try {
      await prepare(loaded);
    } catch (error) {
      await core.change(loaded.action.id, ({ action }) => ({
        commands: [{ name: 'threw', version: action.version, message: 'its facts could not be worked out' }],
      }));
      throw error;
    }
  }

  async function giveUp(loaded: Loaded): Promise<void> {
    ports.log.error({ alert: 'poison', actionId: loaded.action.id }, 'given up after too many errors');
    await core.change(loaded, ({ action }) => ({ commands: [givenUp(action)] }));
  }

  async function decide(loaded: Loaded): Promise<void> {
    const rules = await rulesFor(core, loaded);
    const command = approveOrAsk(loaded.action, contextAt(loaded.at, settings.policy, { rules }));
    if (command.name === 'autoApprove') await claimAndRun(core, loaded, () => [command], rules);
    else
      await core.change(loaded, ({ action }) =>
        phaseOf(action) === 'unasked' ? { commands: [command], rules, durability: 'soon' } : null,
      );
  }

  /** The word that somebody should look was heard and there is nothing to do. */
  async function crossOff(loaded: Loaded): Promise<void> {
    const keys = loaded.action.due.filter((due) => kindOf(due) === 'created').map((due) => due.key);
    if (keys.length === 0 || phaseOf(loaded.action) === 'approved') return;
    await core.change(loaded, () => ({ commands: [{ name: 'told', keys, postponeTo: null }], durability: 'soon' }));
  }

  const steps: { readonly [step in NextStep]: (loaded: Loaded) => Promise<unknown> } = {
    notice,
    prepare: prepareOrCount,
    approveOrAsk: decide,
    execute: (loaded) => claimAndRun(core, loaded, () => []),
    nothing: crossOff,
  };

  const stepOf = ({ action, at }: Loaded): NextStep => nextStep(action, contextAt(at, settings.policy));

  /** What is remembered will do where it says that there is something to do for this version: to do it is a write. */
  async function find({ actionId, version }: Subject): Promise<Loaded | null> {
    const recalled = core.recent.of(actionId);
    if (recalled === null || recalled.action.version !== version) return ports.actions.load(actionId);
    return stepOf(recalled) === 'nothing' ? ports.actions.load(actionId) : recalled;
  }

  return async (subject: Subject): Promise<void> => {
    const { actionId, version } = subject;
    const loaded = await find(subject);
    if (loaded === null)
      return ports.log.warn({ actionId, metric: 'unknown_action' }, 'an event about an unknown action');
    if (version !== undefined && version < loaded.action.version) return;
    await steps[stepOf(loaded)](loaded);
  };
}

const givenUp = (action: Action): Command =>
  action.status === 'pending'
    ? {
        name: 'poison',
        failure: {
          code: 'POISON',
          message: 'This could not be worked out, however often it was tried.',
          retryable: true,
        },
      }
    : {
        name: 'prepared',
        version: action.version,
        facts: null,
        preparation: {
          status: 'failed',
          problem: 'the facts could not be worked out',
          reasoning: null,
          generatedAt: null,
        },
      };
