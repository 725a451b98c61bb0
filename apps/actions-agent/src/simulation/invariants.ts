import { strict as assert } from 'node:assert';
import { actions } from '../adapters/documents/collections.ts';
import type { Action } from '../domain/action.ts';
import type { Person } from './person.ts';
import { titleIn } from './titles.ts';
import { rule, type World } from './world.ts';

/** WhatsApp's clock has whole seconds: a yes may seem that much older than the question it answers. */
const clockSlackMs = 5_000;

/** What must hold at every moment: nothing without a yes to just that, nothing twice. */
export function checkAlways({ target, phone }: World, { approvedTitles, looseYes }: Person): void {
  const byAction = Map.groupBy(target.ledger, ({ actionId }) => actionId);
  for (const [actionId, effects] of byAction)
    assert.equal(effects.length, 1, `${actionId} was carried out ${effects.length} times`);
  for (const { title, actionId } of target.ledger) {
    const known = titleIn(title);
    const shownAt = Math.min(
      ...phone.messages.filter(({ message }) => titleIn(message) === known).map(({ receivedAt }) => receivedAt),
    );
    const loosely = looseYes.some((at) => at >= shownAt - clockSlackMs);
    if (known !== '')
      assert(approvedTitles.has(known) || loosely, `${actionId} was carried out as ${known}, which nobody approved`);
  }
}

const resting = new Set(['completed', 'rejected', 'archived', 'failed', 'awaiting_approval']);

/** What must hold when all faults are over and everything has been delivered: nothing lost, nothing stuck. */
export async function checkAtRest(world: World, person: Person): Promise<void> {
  checkAlways(world, person);
  const ruled = new Set<string>();
  for (const id of person.created) {
    const stored = await world.store.get(actions, id);
    assert(stored !== null, `${id} was created and is lost`);
    checkOne(world, stored.data);
    if (stored.data.events.some(({ event }) => event === 'autoApprove')) ruled.add(id);
  }
  checkExplanations(world);
  assert(ruled.size <= rule.perDayMax, `a rule that may approve ${rule.perDayMax} approved ${ruled.size}`);
}

/** However often an answer came, the person heard once why it did not count. */
function checkExplanations({ phone }: World): void {
  const heard = phone.messages.flatMap(({ messageKey }) => {
    const [, actionId, evidence] = /^(?:confirm|changed):([^:]+):.*\b(reply\.\d+)$/.exec(messageKey) ?? [];
    return evidence === undefined ? [] : [{ messageKey, about: `${evidence} about ${actionId}` }];
  });
  for (const [about, messages] of Map.groupBy(heard, (message) => message.about)) {
    const keys = messages.map(({ messageKey }) => messageKey).join(', ');
    assert.equal(messages.length, 1, `${about} was explained as ${keys}`);
  }
}

function checkOne({ target, phone }: World, action: Action): void {
  const about = `${action.id} (${action.type}, ${action.status})`;
  assert(resting.has(action.status), `${about} is stuck`);
  const happened = target.ledger.some(({ actionId }) => actionId === action.id);
  if (action.status === 'completed') assert(happened, `${about} never happened`);
  if (action.status === 'rejected') assert(!happened, `${about} happened all the same`);
  if (action.status === 'archived' && !action.events.some(({ event }) => event === 'complete')) {
    assert(!happened || action.outcome === 'unknown', `${about} happened without a trace`);
  }
  if (action.status === 'failed' && happened) assert.equal(action.outcome, 'unknown', `${about} says nothing happened`);
  if (action.status === 'awaiting_approval') {
    const asked = phone.messages.some(
      ({ messageKey }) => messageKey === `ask:${action.id}:${action.version}:${action.asksMade}`,
    );
    assert(asked, `${about} was never asked`);
  }
  const keys = phone.messages.map(({ messageKey }) => messageKey).filter((key) => key.startsWith(`ask:${action.id}:`));
  assert(keys.length <= action.asksMade, `${about} was asked more often than it was decided`);
}
