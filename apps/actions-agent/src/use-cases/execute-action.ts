import { type Action, phaseOf } from '../domain/action.ts';
import type { Command } from '../domain/commands.ts';
import type { Loaded } from '../ports.ts';
import { claim, runTelling } from './claim-and-run.ts';
import type { Core } from './core.ts';
import { revOf, versionSeen } from './if-match.ts';
import { changedOrThrow, loadOwn, type Owned } from './own-action.ts';

export interface ExecuteRequest extends Owned {
  readonly ifMatch: string | undefined;
  readonly requestId: string;
}

/**
 * Approves if nobody has yet, claims in the same commit, and waits for the end, but not for ever: `running` means that
 * it goes on. Called twice at once it runs once; the second call waits for the same end.
 */
export function createExecuteAction(core: Core) {
  const { ports, settings, teller } = core;

  return async (request: ExecuteRequest): Promise<{ readonly running: boolean; readonly loaded: Loaded }> => {
    const loaded = await loadOwn(core, request);
    if (loaded.action.status === 'processing') return { running: true, loaded };
    const change = await claim(core, loaded, (action) => approvalOf(action, request));
    if (change.outcome === 'refused' && change.loaded.action.status === 'processing')
      return { running: true, loaded: change.loaded };
    const claimed = changedOrThrow(core, change);
    if (change.outcome !== 'changed') return { running: true, loaded: claimed };
    if (change.ran !== undefined) return waitFor(runTelling(core, change.ran, change.tell), claimed);
    await teller.tell(claimed, change.tell);
    return { running: true, loaded: claimed };
  };

  async function waitFor(
    run: Promise<Loaded>,
    claimed: Loaded,
  ): Promise<{ readonly running: boolean; readonly loaded: Loaded }> {
    const ended = new AbortController();
    const patience = ports.clock.sleep(settings.executeWaitMs, ended.signal).then(
      () => null,
      () => null,
    );
    const end = await Promise.race([run, patience]);
    ended.abort('the run has ended');
    return end === null
      ? { running: true, loaded: claimed }
      : { running: end.action.status === 'processing', loaded: end };
  }
}

function approvalOf(action: Action, { userId, ifMatch, requestId }: ExecuteRequest): readonly Command[] {
  if (phaseOf(action) === 'approved') return [];
  const version = versionSeen(action, revOf(ifMatch));
  return [
    { name: 'approve', by: userId, channel: 'web', version, askId: null, evidence: `web:${requestId}`, saidAt: null },
  ];
}
