import { setTimeout } from 'node:timers/promises';
import { ActionStatus } from '@intexuraos/contracts';
import { z } from 'zod';
import { actionPath, OneAction } from '../action.ts';
import type { Api } from '../api.ts';
import { CliError, exitCodes, usageError } from '../cli-error.ts';
import { eventsIn } from '../server-sent-events.ts';
import { lineOf } from '../show.ts';
import type { CliCommand, Session } from './define.ts';

const Change = z.looseObject({ actionId: z.string(), status: ActionStatus });

/** Changes as they happen, over breaks of the connection; until Ctrl-C, or until so many have come. */
export const watchActions: CliCommand = {
  words: ['actions', 'watch'],
  takes: '[--count N]',
  namesMin: 0,
  namesMax: 0,
  summary: 'changes of your actions as they happen',
  options: { count: { type: 'string' } },
  async run(session) {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    let left = countOf(session.options['count']);
    for await (const change of changes(session.api, stop.signal)) {
      await printChange(session, change);
      left -= 1;
      if (left === 0) stop.abort();
    }
    return exitCodes.done;
  },
};

function countOf(option: string | boolean | undefined): number {
  if (option === undefined) return Number.POSITIVE_INFINITY;
  const count = Number(option);
  if (!Number.isInteger(count) || count < 1) throw usageError('--count: expected a whole number from 1');
  return count;
}

async function printChange({ api, print }: Session, change: z.infer<typeof Change>): Promise<void> {
  print(change, await lineFor(api, change));
}

/** A change is told also where nothing more can be learned about its action. */
async function lineFor(api: Api, { actionId, status }: z.infer<typeof Change>): Promise<string> {
  try {
    const { action } = await api.get(actionPath(actionId), OneAction);
    return lineOf({ ...action, status });
  } catch (error) {
    if (!(error instanceof CliError) || error.exitCode === exitCodes.notSignedIn) throw error;
    return [actionId, status, error.exitCode === exitCodes.notFound ? 'deleted' : error.message].join('  ');
  }
}

const pauseMs = 1_000;

/** Goes on where a broken connection ended. Throws what the server refuses, and what keeps the first try from it. */
async function* changes(api: Api, signal: AbortSignal): AsyncGenerator<z.infer<typeof Change>> {
  let lastEventId: string | undefined;
  let wasOpen = false;
  while (!signal.aborted) {
    try {
      const response = await api.open('/actions/stream', lastEventId ? { 'last-event-id': lastEventId } : {}, signal);
      wasOpen = true;
      for await (const { id, data } of eventsIn(response)) {
        lastEventId = id ?? lastEventId;
        yield Change.parse(JSON.parse(data));
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CliError && (!wasOpen || error.exitCode !== exitCodes.failed)) throw error;
    }
    await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
