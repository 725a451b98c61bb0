import type { Action } from '../domain/action.ts';
import type { Command } from '../domain/commands.ts';
import { stuckAfterMs, waitingSince } from '../domain/stuck.ts';
import { refusalOf } from '../domain/transition.ts';
import type { Loaded } from '../ports.ts';
import { contextAt } from './change-action.ts';
import type { Core } from './core.ts';

export interface SweepReport {
  /** Another sweep was under way; nothing was done. */
  readonly skipped: boolean;
  readonly looked: number;
  readonly told: number;
  readonly takenBack: number;
  readonly expired: number;
  /** Not heard of for long although swept before: somebody should look. */
  readonly stuck: number;
}

const idle: SweepReport = { skipped: false, looked: 0, told: 0, takenBack: 0, expired: 0, stuck: 0 };
const pageSize = 50;
const pagesMax = 20;
/** A sweep that tells the same thing again waits twice as long each time, up to this. */
const tellAgainMaxMs = 10 * 60_000;

/**
 * What a crash left behind goes on: due effects are told, leases that are over are taken back, asks that nobody
 * answered expire. It never executes anything itself. One at a time, a bounded batch, longest overdue first.
 */
export function createSweep(core: Core) {
  const { ports, settings, instance } = core;

  return async (): Promise<SweepReport> => {
    ports.crashPoint('before-sweep');
    const lease = await ports.sweeperLease.take(instance, settings.sweepMs);
    if (lease === null) return { ...idle, skipped: true };
    const report = await sweepPages(lease.now);
    await lease.release();
    ports.crashPoint('after-sweep');
    if (report.stuck > 0) ports.log.error({ stuck: report.stuck }, 'actions are stuck');
    return report;
  };

  async function sweepPages(now: number): Promise<SweepReport> {
    let report = idle;
    let cursor: string | null = null;
    for (let page = 0; page < pagesMax && report.looked < settings.sweepBatch; page += 1) {
      const found = await ports.actions.due({ now, limit: pageSize, ...(cursor !== null && { cursor }) });
      for (const loaded of found.actions) report = add(report, await sweepOne(loaded, now));
      cursor = found.nextCursor;
      if (cursor === null) break;
    }
    return report;
  }

  async function sweepOne(loaded: Loaded, now: number): Promise<Partial<SweepReport>> {
    try {
      const { action } = loaded;
      if (action.lease !== null && action.lease.until <= now) return await takeBack(loaded);
      if (isAskOver(action, now)) return await expire(loaded);
      return await tellAgain(loaded, now);
    } catch (error) {
      ports.log.error({ actionId: loaded.action.id, err: error }, 'a sweep could not deal with this action');
      return { stuck: 1 };
    }
  }

  /** Nobody can tell what the worker that held the lease did: only a target that takes our key may be called again. */
  async function takeBack(loaded: Loaded): Promise<Partial<SweepReport>> {
    const change = await core.change(loaded, ({ action, at }) => {
      if (action.lease === null || action.lease.until > at) return null;
      const retry = retryOf(action, pauseMs(action));
      return { commands: [refusalOf(action, retry, contextAt(at, settings.policy)) === null ? retry : failOf(action)] };
    });
    return { takenBack: change.outcome === 'changed' ? 1 : 0 };
  }

  /** A worker that died is no reason to wait long: the first repetition comes at once, later ones after a pause. */
  function pauseMs({ attempts }: Action): number {
    return attempts <= 1 ? 0 : Math.min(settings.retryMaxMs, settings.retryBaseMs * 2 ** (attempts - 2));
  }

  async function expire(loaded: Loaded): Promise<Partial<SweepReport>> {
    const change = await core.change(loaded, ({ action, at }) =>
      isAskOver(action, at) ? { commands: [{ name: 'expire' }] } : null,
    );
    return { expired: change.outcome === 'changed' ? 1 : 0 };
  }

  async function tellAgain(loaded: Loaded, now: number): Promise<Partial<SweepReport>> {
    const due = loaded.action.due.filter(({ at }) => at <= now);
    if (due.length === 0) return {};
    const keys = due.map(({ key }) => key);
    const waitedMs = now - waitingSince(loaded.action);
    const postponeTo = now + Math.min(tellAgainMaxMs, Math.max(settings.policy.tellGraceMs, waitedMs));
    const change = await core.changeAction(loaded, () => ({ commands: [{ name: 'told', keys, postponeTo }] }));
    const unheard = change.outcome === 'changed' ? await core.teller.tell(change.loaded, keys) : [];
    return { told: 1, stuck: unheard.length > 0 && waitedMs > stuckAfterMs ? 1 : 0 };
  }
}

const isAskOver = ({ status, ask }: Action, now: number) =>
  status === 'awaiting_approval' && ask !== null && ask.expiresAt < now;

const died = {
  code: 'WORKER_LOST',
  message: 'The process that was doing it ended before it could say how it went.',
  retryable: true,
};

const retryOf = ({ epoch }: Action, pauseMs: number): Command => ({
  name: 'retry',
  epoch,
  speaker: 'sweeper',
  outcome: 'unknown',
  failure: died,
  pauseMs,
});

const failOf = ({ epoch }: Action): Command => ({
  name: 'fail',
  epoch,
  speaker: 'sweeper',
  outcome: 'unknown',
  failure: died,
  result: null,
});

const add = (report: SweepReport, more: Partial<SweepReport>): SweepReport => ({
  ...report,
  looked: report.looked + 1,
  told: report.told + (more.told ?? 0),
  takenBack: report.takenBack + (more.takenBack ?? 0),
  expired: report.expired + (more.expired ?? 0),
  stuck: report.stuck + (more.stuck ?? 0),
});
