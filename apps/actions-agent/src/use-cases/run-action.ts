import { whatsappMessageSend } from '@intexuraos/contracts';
import type { Connect } from '@intexuraos/internal-clients';
import type { ExecuteResult, FailedExecution } from '../action-types/define.ts';
import { actionTypeOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import type { Command } from '../domain/commands.ts';
import { kindOf } from '../domain/due.ts';
import { refusalOf } from '../domain/transition.ts';
import type { Loaded, Ports } from '../ports.ts';
import { type ChangeAction, contextAt } from './change-action.ts';
import type { Settings } from './settings.ts';
import type { Teller } from './tell.ts';

/** Carries out an action that this process has just claimed, and writes down how it ended. */
export interface Runner {
  run(claimed: Loaded): Promise<Loaded>;
  isDraining(): boolean;
  /** No new runs; those under way get `graceMs`, then are cut off as "may have happened". */
  drain(graceMs: number): Promise<void>;
}

type RunPorts = Pick<Ports, 'connect' | 'publisher' | 'meter' | 'crashPoint' | 'clock' | 'random' | 'log'>;

interface RunnerParts {
  readonly settings: Settings;
  readonly changeAction: ChangeAction;
  readonly teller: Teller;
}

/** Aborting with a reason of its own spares making an exception for each run. */
const ranToItsEnd = 'the run has ended';

export function createRunner(ports: RunPorts, { settings, changeAction, teller }: RunnerParts): Runner {
  const underWay = new Set<Promise<unknown>>();
  const cutOff = new AbortController();
  let draining = false;
  const connect: Connect = (neighbour, call) => ports.connect(neighbour, { ...call, signal: cutOff.signal });

  async function send(action: Action, { text, key }: { text: string; key: string }): Promise<void> {
    await ports.publisher.publish(whatsappMessageSend, {
      type: 'whatsapp.message.send',
      userId: action.userId,
      message: text,
      correlationId: `action-${action.type}-remind-${action.id}`,
      messageKey: key,
      timestamp: new Date(ports.clock.now()).toISOString(),
    });
  }

  async function execute(action: Action): Promise<ExecuteResult> {
    const type = actionTypeOf(action.type);
    if (type === null)
      return failure('UNSUPPORTED_TYPE', `nothing can carry out the type "${action.type}"`, 'no_effect');
    try {
      return await type.execute(action, connect, (message) => send(action, message));
    } catch (error) {
      ports.log.error({ actionId: action.id, err: error }, 'an execution threw');
      return { ...failure('INTERNAL_ERROR', 'something went wrong while doing it', 'unknown'), retryable: true };
    }
  }

  /** The full-jitter pause before the next attempt, or what the target asked for if that is longer. */
  function pauseMs({ attempts }: Action, { retryAfterMs = 0 }: FailedExecution): number {
    const ceiling = Math.min(settings.retryMaxMs, settings.retryBaseMs * 2 ** (attempts - 1));
    return Math.max(retryAfterMs, Math.ceil(ceiling * ports.random.fraction()));
  }

  function endOf({ action, at }: Loaded, epoch: number, result: ExecuteResult): Command {
    const about = { epoch, speaker: 'holder' as const };
    if (result.kind === 'completed') return { name: 'complete', ...about, result: result.result };
    const { code, message, outcome, retryable } = result;
    const told = { outcome, failure: { code, message, retryable } };
    const retry: Command = { name: 'retry', ...about, ...told, pauseMs: pauseMs(action, result) };
    const mayRetry = retryable && refusalOf(action, retry, contextAt(at, settings.policy)) === null;
    return mayRetry ? retry : { name: 'fail', ...about, ...told, result: result.result ?? null };
  }

  async function confirmIfSlow(claimed: Loaded, signal: AbortSignal): Promise<void> {
    const confirm = claimed.action.due.filter((due) => kindOf(due) === 'confirm').map((due) => due.key);
    if (confirm.length === 0) return;
    await ports.clock.sleep(settings.confirmAfterMs, signal).then(
      () => teller.tell(claimed, confirm),
      () => undefined,
    );
  }

  async function run(claimed: Loaded): Promise<Loaded> {
    const ended = new AbortController();
    void confirmIfSlow(claimed, ended.signal);
    ports.crashPoint('before-execute');
    const result = await execute(claimed.action);
    ports.crashPoint('after-execute');
    ended.abort(ranToItsEnd);
    const { epoch } = claimed.action;
    const change = await changeAction(claimed, (loaded) => ({
      commands: [endOf(loaded, epoch, result)],
      durability: 'soon',
      tellsAlong: true,
    }));
    if (change.outcome === 'not_found') return claimed;
    if (change.outcome !== 'changed') {
      ports.log.warn({ actionId: claimed.action.id, epoch }, 'another run took over; this one changed nothing');
      return change.loaded;
    }
    if (change.loaded.action.status === 'completed') ports.meter.actionCompleted();
    await teller.tell(change.loaded, change.tell);
    return change.loaded;
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    const forget = () => underWay.delete(work);
    work.then(forget, forget);
    return work;
  }

  return {
    run: (claimed) => track(run(claimed)),
    isDraining: () => draining,
    async drain(graceMs) {
      draining = true;
      const stop = new AbortController();
      const patience = ports.clock.sleep(graceMs, stop.signal).then(
        () => cutOff.abort(new Error('the service is stopping')),
        () => undefined,
      );
      await Promise.allSettled(underWay);
      stop.abort(ranToItsEnd);
      await patience;
    },
  };
}

const failure = (code: string, message: string, outcome: 'no_effect' | 'unknown'): FailedExecution => ({
  kind: 'failed',
  code,
  message,
  outcome,
  retryable: false,
});
