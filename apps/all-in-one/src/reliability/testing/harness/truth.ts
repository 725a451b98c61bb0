import { strict as assert } from 'node:assert';
import type { Effect } from './effects.ts';
import type { PhoneMessage } from './phone/phone.ts';
import type { ActionView, TimelineEntry } from './wire.ts';

/** From which status an entry of the timeline may lead to which. `null`: before the action was there. */
const moves: Readonly<Record<string, readonly (readonly [from: string | null, to: string])[]>> = {
  create: [[null, 'pending']],
  ask: [['pending', 'awaiting_approval']],
  approve: [
    ['pending', 'pending'],
    ['awaiting_approval', 'pending'],
  ],
  autoApprove: [['pending', 'pending']],
  edit: [
    ['pending', 'pending'],
    ['pending', 'awaiting_approval'],
    ['awaiting_approval', 'awaiting_approval'],
    ['failed', 'awaiting_approval'],
  ],
  claim: [['pending', 'processing']],
  complete: [['processing', 'completed']],
  retry: [['processing', 'pending']],
  fail: [['processing', 'failed']],
  reject: [
    ['pending', 'rejected'],
    ['awaiting_approval', 'rejected'],
  ],
  askAgain: [['failed', 'awaiting_approval']],
};

/** What changes no status, from wherever it comes. */
const still = new Set(['clarify', 'delivery', 'prepared', 'unsupported', 'threw']);
const endings = new Set(['archive', 'delete', 'expire']);

/** Throws unless the timeline is a history that can have led to what is shown: no gap, no forbidden move, no run without a yes. */
export function checkTimeline(
  view: Pick<ActionView, 'id' | 'status' | 'attempts'>,
  timeline: readonly TimelineEntry[],
): void {
  let status: string | null = null;
  let approvedVersion: number | null = null;
  let at = '';
  for (const [index, entry] of timeline.entries()) {
    const place = `entry ${index + 1} of ${view.id}, "${entry.event}"`;
    assert.equal(entry.seq, index + 1, `${place} has the number ${entry.seq}`);
    assert(entry.at >= at, `${place} is older than the one before it`);
    assert(isMove(status, entry), `${place} leads from ${status} to ${entry.status}`);
    if (entry.event === 'approve' || entry.event === 'autoApprove') approvedVersion = entry.version;
    if (entry.event === 'claim') assert.equal(approvedVersion, entry.version, `${place} runs what nobody approved`);
    ({ status, at } = entry);
  }
  assert.equal(status, view.status, `the timeline of ${view.id} ends elsewhere`);
}

function isMove(from: string | null, { event, status: to }: TimelineEntry): boolean {
  if (still.has(event)) return from === to;
  if (endings.has(event)) return to === 'archived' || (event === 'expire' && to === 'failed');
  return moves[event]?.some(([before, after]) => before === from && after === to) ?? false;
}

/** Throws unless what really happened is what the action says: once if it is completed, and what was shown. */
export function checkEffects(
  view: Pick<ActionView, 'id' | 'status' | 'outcome' | 'version'>,
  ledger: readonly Effect[],
): void {
  const own = ledger.filter(({ actionId }) => actionId === view.id);
  assert(own.length <= 1, `${view.id} happened ${own.length} times: ${own.map(({ key }) => key).join(', ')}`);
  if (view.status === 'completed') assert.equal(own.length, 1, `${view.id} is completed and never happened`);
  if (view.status === 'rejected') assert.equal(own.length, 0, `${view.id} was rejected and happened`);
  if (view.status === 'failed')
    assert(own.length === 0 || view.outcome === 'unknown', `${view.id} says nothing happened`);
  for (const { key } of own) assert.equal(key, `${view.id}:v${view.version}`, `${view.id} happened in another version`);
}

const repetition = '(repeated) ';
/** Longer than a process needs to write down that a message has left. */
const settledAfterMs = 1_500;

/**
 * Throws unless each message came once. A repetition must say so, comes at most once, and only after the machine died
 * around the first sending: then nobody could know.
 */
export function checkMessages(messages: readonly PhoneMessage[], deaths: readonly number[]): void {
  for (const [key, copies] of Map.groupBy(messages, (message) => message.key)) {
    const repeated = copies.filter(({ text }) => text.startsWith(repetition));
    const first = copies.filter(({ text }) => !text.startsWith(repetition));
    assert(first.length <= 1, `${key} came ${first.length} times`);
    assert(repeated.length <= 1, `${key} was repeated ${repeated.length} times`);
    if (repeated.length === 0 || first[0] === undefined) continue;
    const { arrivedAt } = first[0];
    const died = deaths.some((death) => death > arrivedAt - settledAfterMs && death < arrivedAt + settledAfterMs);
    assert(died, `${key} was repeated although nobody died when it was sent`);
  }
}
