import type { Random } from '@intexuraos/kernel';
import { actionIn, createdIn, type Answer as HttpAnswer } from '../harness/api.ts';
import { askOf } from '../harness/life.ts';
import type { PhoneMessage } from '../harness/phone/phone.ts';
import type { Fault } from '../harness/target/faults.ts';
import { until } from '../harness/until.ts';
import { wishFor } from '../harness/wishes.ts';
import { withAccount } from '../harness/with-account.ts';
import type { World } from '../harness/world.ts';
import type { History } from './history.ts';

interface Circumstances {
  readonly random: Random;
  readonly history: History;
  readonly types: readonly string[];
}

/** Longer than everything that may have to be waited for one after the other, each after a kill of its own. */
const patienceMs = 240_000;
const ended = new Set(['completed', 'failed', 'rejected', 'archived']);

/** What may happen to the first call about an action; mostly nothing. */
const mishaps: readonly (readonly Fault[])[] = [
  ...Array.from({ length: 6 }, () => []),
  ['fine after a moment'],
  ['error after the effect'],
  ['cut before the effect'],
  ['hang after the effect'],
];

type Answer = (world: World, about: { readonly id: string; readonly ask: PhoneMessage }) => unknown;

/** A click whose answer did not come is made again. */
const clicked = (click: () => Promise<HttpAnswer>): Promise<true> =>
  until('an answer to a click', async () => (isHeard(await click()) ? true : null), patienceMs);

const isHeard = ({ status }: HttpAnswer): boolean => status !== 0 && status < 500;

const answers: Readonly<Record<string, Answer>> = {
  'yes by button': ({ phone }, { ask }) => phone.tap(ask, 'Approve'),
  'yes in words': ({ phone }, { ask }) => phone.say({ text: 'yes' }, ask.wamid),
  'thumbs up': ({ phone }, { ask }) => phone.say({ reaction: '👍' }, ask.wamid),
  'no by button': ({ phone }, { ask }) => phone.tap(ask, 'Reject'),
  'no in words': ({ phone }, { ask }) => phone.say({ text: 'no' }, ask.wamid),
  'yes on the web': ({ api }, { id }) => clicked(() => api.patch(id, { status: 'processing' })),
  execute: ({ api }, { id }) => clicked(() => api.execute(id)),
  'yes and no': ({ phone }, { ask }) => (phone.tap(ask, 'Approve'), phone.tap(ask, 'Reject')),
};

/** One action from the wish to its end, answered in one of many ways. Resolves to its id. */
export async function live(world: World, { random, history, types }: Circumstances): Promise<string> {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random.fraction() * from.length)];
  const wish = wishFor(pick(types) ?? 'todo');
  const id = await until(
    `"${wish.title}" to be taken`,
    async () => {
      const created = createdIn(await world.api.create(wish));
      history.note({ op: 'create', title: wish.title, outcome: created === null ? 'info' : 'ok' });
      return created?.id ?? null;
    },
    patienceMs,
  );
  world.target.plan(id, pick(mishaps) ?? []);
  const ask = await askedOrEnded(world, id);
  const name = ask === null || canBeApproved(ask) ? (pick(Object.keys(answers)) ?? 'yes by button') : 'no in words';
  if (ask !== null) {
    history.note({ op: name, id });
    await answers[name]?.(world, { id, ask });
  }
  const answered = new Set<string>();
  const status = await withAccount(world, id, () =>
    until(
      `the end of ${id}, answered with ${name}`,
      async () => {
        if (ask !== null && answersAgain(world, id, answered)) history.note({ op: 'yes to being asked again', id });
        return endingOf(world, id);
      },
      patienceMs,
    ),
  );
  history.note({ op: 'end', id, status, outcome: 'ok' });
  return id;
}

/**
 * Whoever was killed between the question's arrival and the note of its WhatsApp id cannot tell what an answer quotes: the
 * person is shown the question once more, and taps it.
 */
function answersAgain({ phone }: World, id: string, answered: Set<string>): boolean {
  const again = phone.messages.find(({ key, wamid }) => key.startsWith(`changed:${id}:`) && !answered.has(wamid));
  if (again === undefined) return false;
  answered.add(again.wamid);
  if (canBeApproved(again)) phone.tap(again, 'Approve');
  else phone.say({ text: 'no' }, again.wamid);
  return true;
}

/** What is not possible any more, such as a reminder of what is past, can only be rejected. */
const canBeApproved = ({ buttons }: PhoneMessage): boolean => buttons.some(({ title }) => title === 'Approve');

/** A question whose time is over before it could be sent is not asked: null. */
async function askedOrEnded(world: World, id: string): Promise<PhoneMessage | null> {
  const seen = await until(
    `the question about ${id}`,
    async () => {
      const ask = askOf(world, id);
      return ask !== null || (await endingOf(world, id)) !== null ? { ask } : null;
    },
    patienceMs,
  );
  return seen.ask;
}

async function endingOf({ api }: World, id: string): Promise<string | null> {
  const status = actionIn(await api.get(id))?.status;
  return status !== undefined && ended.has(status) ? status : null;
}
