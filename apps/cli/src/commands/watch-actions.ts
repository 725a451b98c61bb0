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
type Change = z.infer<typeof Change>;

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
    for await (const change of changes(session, stop.signal)) {
      session.print(change, await lineFor(session, change, stop.signal));
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

const pauseMs = 1_000;
const pause = (signal: AbortSignal) => setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
const looksMax = 3;

/** A change is told also where nothing more can be learned about its action. */
async function lineFor({ api, tell }: Session, change: Change, signal: AbortSignal): Promise<string> {
  for (let looks = 1; ; looks += 1) {
    const seen = await look(api, change);
    if (typeof seen === 'string') return seen;
    if (looks === looksMax || signal.aborted) return plainLine(change, seen.message);
    tell(againAfter(seen));
    await pause(signal);
  }
}

/** The line of a change, or the failure that may pass. Throws where nobody is signed in. */
async function look(api: Api, change: Change): Promise<string | CliError> {
  try {
    const { action } = await api.get(actionPath(change.actionId), OneAction);
    return lineOf({ ...action, status: change.status });
  } catch (error) {
    if (!(error instanceof CliError) || error.exitCode === exitCodes.notSignedIn) throw error;
    if (isPassing(error)) return error;
    return plainLine(change, error.exitCode === exitCodes.notFound ? 'deleted' : error.message);
  }
}

const plainLine = ({ actionId, status }: Change, note: string) => [actionId, status, note].join('  ');
const isPassing = ({ exitCode }: CliError) => exitCode === exitCodes.failed;
const againAfter = ({ message }: CliError) => `Trying again: ${message}`;

/** Goes on where a broken connection ended. Throws what the server refuses, and what keeps the first try from it. */
async function* changes({ api, tell }: Session, signal: AbortSignal): AsyncGenerator<Change> {
  let lastEventId: string | undefined;
  let wasOpen = false;
  let isTold = false;
  while (!signal.aborted) {
    try {
      const response = await api.open('/actions/stream', lastEventId ? { 'last-event-id': lastEventId } : {}, signal);
      wasOpen = true;
      isTold = false;
      for await (const { id, data } of eventsIn(response)) {
        lastEventId = id ?? lastEventId;
        yield Change.parse(JSON.parse(data));
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CliError) {
        if (!wasOpen || !isPassing(error)) throw error;
        if (!isTold) tell(againAfter(error));
        isTold = true;
      }
    }
    await pause(signal);
  }
}
