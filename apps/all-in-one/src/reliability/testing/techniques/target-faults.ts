import { asked, reached, viewOf, wished } from '../harness/life.ts';
import type { Fault } from '../harness/target/faults.ts';
import { checkEffects } from '../harness/truth.ts';
import { wishFor } from '../harness/wishes.ts';
import type { World } from '../harness/world.ts';

/** How an action ended whose target behaved in a certain way. */
export interface Ending {
  readonly status: string;
  readonly outcome: string;
  readonly failure: string | null;
  readonly needsAttention: string | null;
  /** How often it really happened. */
  readonly effects: number;
  readonly calls: number;
}

export interface FaultRow {
  /** Another type is another target, so that one row does not open the circuit of another. */
  readonly type: string;
  readonly fault: Fault;
  /** `once`: the next call is fine. */
  readonly how: 'once' | 'always';
}

/** From the wish to whatever becomes of it, with a yes in between. */
export async function endingOf(
  world: World,
  { type, fault, how }: FaultRow,
): Promise<Ending & { readonly id: string }> {
  const id = await wished(world, wishFor(type));
  world.target.plan(id, how === 'once' ? [fault] : [], how === 'always' ? fault : undefined);
  world.phone.tap(await asked(world, id), 'Approve');
  return { id, ...(await ended(world, id)) };
}

/** A person tries a failed action again, and says yes to the new question. */
export async function triedAgain(world: World, id: string): Promise<Ending> {
  const { status } = await world.api.retry(id);
  if (status !== 200) throw new Error(`trying ${id} again was answered ${status}`);
  const { version } = await reached(world, id, 'awaiting_approval');
  world.phone.tap(await asked(world, id, version, 2), 'Approve');
  return ended(world, id);
}

async function ended(world: World, id: string): Promise<Ending> {
  const view = await reached(world, id, 'completed', 'failed');
  checkEffects(view, world.target.ledger);
  return {
    status: view.status,
    outcome: view.outcome,
    failure: view.failure?.code ?? null,
    needsAttention: view.needsAttention,
    effects: world.target.ledger.filter(({ actionId }) => actionId === id).length,
    calls: world.target.calls.filter(({ actionId }) => actionId === id).length,
  };
}

export interface TimedAnswer {
  readonly status: number;
  readonly tookMs: number;
}

/** A yes that is pushed as Pub/Sub pushes it: the answer comes when the run that it starts has ended, or was given up. */
export async function yesWhileItHangs(world: World, type: string): Promise<TimedAnswer> {
  const id = await wished(world, wishFor(type));
  world.target.plan(id, [], 'hang before the effect');
  const ask = await asked(world, id);
  await reached(world, id, 'awaiting_approval');
  const begun = performance.now();
  const { status } = await world.api.push('approval-replies', {
    type: 'action.approval.reply',
    replyToWamid: '',
    replyText: '',
    buttonId: ask.buttons[0]?.id,
    userId: world.api.userId(),
    timestamp: new Date().toISOString(),
    inboundWamid: `wamid.pushed-${id}`,
  });
  return { status, tookMs: performance.now() - begun };
}

export interface Spared {
  /** Runs that were begun, and calls that the target got of them. */
  readonly attempts: number;
  readonly calls: number;
  /** What became of an action that was approved when the target was well again. */
  readonly afterwards: string;
}

/** Three actions whose target cuts every connection, and a fourth one when it does so no more. */
export async function untilItIsSpared(world: World, type: string): Promise<Spared> {
  const fault = 'cut before the effect';
  const cut = await Promise.all([1, 2, 3].map(() => endingOf(world, { type, fault, how: 'always' })));
  const views = await Promise.all(cut.map(({ id }) => viewOf(world, id)));
  const { status } = await endingOf(world, { type, fault: 'fine', how: 'once' });
  const calls = cut.reduce((sum, ending) => sum + ending.calls, 0);
  return { attempts: views.reduce((sum, view) => sum + view.attempts, 0), calls, afterwards: status };
}
