import { strict as assert } from 'node:assert';
import type { StoredAction } from '../harness/stored.ts';
import type { Effect } from '../harness/target/target.ts';
import { checkEffects, checkTimeline } from '../harness/truth.ts';
import type { TimelineEntry } from '../harness/wire.ts';
import type { Storm, StormEntry } from './storm.ts';
import { stormCalls } from './storm-calls.ts';

const open = new Set(['pending', 'awaiting_approval']);
/** What a clock reading may differ by within one machine. */
const slackMs = 20;

/** The one decision of a storm: which entry of the timeline it was. */
export interface Verdict {
  readonly decision: 'approve' | 'reject' | 'delete' | 'none';
  readonly channel: string;
}

/**
 * Throws unless the timeline is an order of the calls that explains every answer: one decision won, whoever was told
 * "done" did it within the time of their call, and whoever was not was told why.
 */
export function judgeStorm(storm: Storm, action: StoredAction, ledger: readonly Effect[]): Verdict {
  checkTimeline(action, action.timeline);
  checkEffects(action, ledger);
  const decisions = action.timeline.filter((entry, index) => decides(entry, action.timeline[index - 1]));
  assert(decisions.length <= 1, `${decisions.map(({ event, channel }) => `${event} by ${channel}`).join(' and ')} won`);
  for (const entry of storm.history) checkRefusal(entry);
  checkWinners(storm, action.timeline);
  checkReplies(storm, action.timeline);
  const [decision] = decisions;
  return decision === undefined ? { decision: 'none', channel: '' } : verdictOf(decision);
}

function decides({ event }: TimelineEntry, before: TimelineEntry | undefined): boolean {
  return event === 'approve' || event === 'reject' || (event === 'delete' && open.has(before?.status ?? ''));
}

function verdictOf({ event, channel }: TimelineEntry): Verdict {
  return { decision: event === 'approve' || event === 'reject' ? event : 'delete', channel };
}

const succeeded = ({ answer }: StormEntry) => answer.status >= 200 && answer.status < 300;

/** Nobody is left without an answer, and a refusal is one of those that fit what was wanted. */
function checkRefusal(entry: StormEntry): void {
  if (succeeded(entry)) return;
  const { refusals }: { readonly refusals: readonly number[] } = stormCalls[entry.call];
  assert(refusals.includes(entry.answer.status), `"${entry.call}" was answered ${entry.answer.status}`);
}

/** Which entry of the timeline a success stands for. A run that was joined (202) stands for none. */
const eventsBehind = { approve: 'approve', reject: 'reject', edit: 'edit', delete: 'delete' } as const;

function checkWinners({ history }: Storm, timeline: readonly TimelineEntry[]): void {
  for (const [wants, event] of Object.entries(eventsBehind)) {
    const done = timeline.filter((entry) => entry.event === event && entry.channel === 'web');
    const winners = history.filter((entry) => stormCalls[entry.call].wants === wants && succeeded(entry));
    const byRun = event === 'approve' ? history.filter((entry) => entry.call === 'execute' && succeeded(entry)) : [];
    assert(winners.length <= done.length, `${winners.length} calls were told that they ${event}, ${done.length} did`);
    assert(winners.length + byRun.length >= done.length, `${done.length} ${event} on the web, and nobody was told`);
    for (const entry of done) {
      const within = [...winners, ...byRun].some((call) => spans(call, Date.parse(entry.at)));
      assert(within, `${event} at ${entry.at} was in nobody's call`);
    }
  }
}

const spans = ({ invokedAt, returnedAt }: StormEntry, at: number) =>
  invokedAt - slackMs <= at && at <= returnedAt + slackMs;

/** What a person is told who was too late, and what must then be in the timeline. */
const excuses: readonly (readonly [text: RegExp, isTrue: (timeline: readonly TimelineEntry[]) => boolean])[] = [
  [/^It was already done/, (timeline) => timeline.some(({ event }) => event === 'complete')],
  [/^It is being done right now/, (timeline) => timeline.some(({ event }) => event === 'claim')],
  [/^It was approved already/, (timeline) => timeline.some(({ event }) => event === 'approve')],
  [/^It was rejected/, (timeline) => timeline.some(({ event }) => event === 'reject')],
  [/^It was deleted/, (timeline) => timeline.some(({ event }) => event === 'delete')],
  [/^It changed; here is the new one/, (timeline) => timeline.some(({ event }) => event === 'edit')],
];

/** Each reply is answered truthfully, but for the one that won: its answer is what is done. */
function checkReplies({ replies }: Storm, timeline: readonly TimelineEntry[]): void {
  const wonByReply = timeline.some((entry, index) => decides(entry, timeline[index - 1]) && entry.channel !== 'web');
  const unanswered = [...replies].filter(([, message]) => message === null);
  assert.equal(unanswered.length, wonByReply ? 1 : 0, 'replies without an answer');
  for (const [wamid, message] of replies) {
    if (message === null) continue;
    const excuse = excuses.find(([text]) => text.test(message.text));
    assert(excuse !== undefined, `the reply ${wamid} was answered "${message.text}"`);
    assert(excuse[1](timeline), `"${message.text}" is not true`);
  }
}
