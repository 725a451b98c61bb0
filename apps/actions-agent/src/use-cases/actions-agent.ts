import type { WhatsAppMessageStatus } from '@intexuraos/contracts';
import { can } from '../domain/can.ts';
import type { Loaded, Ports } from '../ports.ts';
import { createAnswerReply } from './answer-reply.ts';
import { createBackTestRule } from './back-test-rule.ts';
import { contextAt } from './change-action.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { createCore } from './core.ts';
import { countChanges } from './count-changes.ts';
import { createCreateAction } from './create-action.ts';
import { createDeleteAction } from './delete-action.ts';
import { createExecuteAction } from './execute-action.ts';
import { createFigureKeeper } from './keep-figures.ts';
import { createOperations } from './operations.ts';
import { createPatchAction } from './patch-action.ts';
import { createProcessAction } from './process-action.ts';
import { createQueries } from './queries.ts';
import { createRecordMessageStatus } from './record-message-status.ts';
import { createRepeatUndelivered } from './repeat-undelivered.ts';
import { createResolveDuplicate } from './resolve-duplicate.ts';
import { createRetryAction } from './retry-action.ts';
import type { Settings } from './settings.ts';
import { createSweep, type SweepReport } from './sweep.ts';

/** Everything the endpoints can call, one entry per use case. */
export type ActionsAgent = ReturnType<typeof createUseCases>;

export function createUseCases(ports: Ports, settings: Settings) {
  const instance = ports.random.uuid();
  const keeper = createFigureKeeper(ports, instance);
  const core = createCore({ ...ports, actions: countChanges(ports.actions, keeper.changed) }, { settings, instance });
  const sweep = createSweep(core);
  const feed: ChangeFeed = createChangeFeed(core);
  return {
    ...createQueries(core),
    create: createCreateAction(core),
    process: createProcessAction(core),
    answerReply: createAnswerReply(core),
    recordMessageStatus: createRecordMessageStatus(core) satisfies (event: WhatsAppMessageStatus) => Promise<void>,
    repeatUndelivered: createRepeatUndelivered(core),
    patch: createPatchAction(core),
    delete: createDeleteAction(core),
    execute: createExecuteAction(core),
    retry: createRetryAction(core),
    resolveDuplicate: createResolveDuplicate(core),
    backTestRule: createBackTestRule(core),
    ...createOperations(core, keeper),
    /** What a process that has little to do counted is written down by its sweep. */
    sweep: async (): Promise<SweepReport> => {
      const report = await sweep();
      await keeper.flush();
      return report;
    },
    feed,
    canOf: ({ action, at }: Loaded) => can(action, contextAt(at, settings.policy)),
    ready: ports.ready,
    async drain(graceMs: number): Promise<void> {
      await core.runner.drain(graceMs);
      await core.teller.drain();
      await keeper.flush();
    },
  };
}
