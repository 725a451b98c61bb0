import { setTimeout } from 'node:timers/promises';
import { createSeededRandom } from '@intexuraos/testing';
import type { Answer } from '../harness/api.ts';
import { asked, atRest, wished } from '../harness/life.ts';
import type { PhoneMessage } from '../harness/phone/phone.ts';
import { shuffled } from '../harness/shuffled.ts';
import { until } from '../harness/until.ts';
import { wishFor } from '../harness/wishes.ts';
import type { World } from '../harness/world.ts';
import { type StormCallName, stormCalls } from './storm-calls.ts';

export interface StormEntry {
  readonly call: StormCallName;
  readonly answer: Answer;
  /** Unix milliseconds. */
  readonly invokedAt: number;
  readonly returnedAt: number;
}

/** What was called about one action, all at once, and what came back. */
export interface Storm {
  readonly actionId: string;
  readonly seed: number;
  readonly history: readonly StormEntry[];
  /** What the person was told on the phone in answer to each of their replies, by the reply's wamid. */
  readonly replies: ReadonlyMap<string, PhoneMessage | null>;
}

/** Without deletions half of the time, without edits half of the time: each hides what the other calls would do. */
const casts: readonly (readonly StormCallName[])[] = [['edit', 'delete'], ['edit'], ['delete'], []].map((without) =>
  callNames().filter((name) => !without.includes(name)),
);

function callNames(): readonly StormCallName[] {
  const isName = (name: string): name is StormCallName => name in stormCalls;
  return Object.keys(stormCalls).filter(isName);
}

/** As many calls as `size`, on one action that has just been asked about. Resolves when nothing of it is left to do. */
export async function storm(
  world: World,
  { seed, size }: { readonly seed: number; readonly size: number },
): Promise<Storm> {
  const id = await wished(world, wishFor('todo'));
  const ask = await asked(world, id);
  await world.phone.settled();
  const cast = casts[seed % casts.length] ?? [];
  const calls = Array.from({ length: size }, (_, index) => cast[index % cast.length]).filter(
    (name) => name !== undefined,
  );
  const saidBefore = world.phone.said.length;
  const random = createSeededRandom(seed);
  world.target.usually(random.fraction() < 0.5 ? 'fine' : 'fine after a moment');
  const leadMs = Math.max(0, random.fraction() * 2 - 1) * leadMsMax;
  const history = await Promise.all(
    shuffled(calls, random).map(async (call) => {
      if (leadMs > 0 && !travelsFar(call)) await setTimeout(leadMs);
      return made(world, { id, ask }, call);
    }),
  );
  await world.phone.settled();
  const said = world.phone.said.slice(saidBefore);
  await calm(world, said);
  return { actionId: id, seed, history, replies: new Map(said.map((wamid) => [wamid, answerTo(world, wamid)])) };
}

/** A reply on the phone has a longer way than a call: every other time it gets a lead, so that each wins sometimes. */
const leadMsMax = 20;
const travelsFar = (call: StormCallName) => stormCalls[call].wants === 'nothing';

async function made(world: World, about: { id: string; ask: PhoneMessage }, call: StormCallName): Promise<StormEntry> {
  const invokedAt = Date.now();
  const answer = await stormCalls[call].make(world, about);
  return { call, answer, invokedAt, returnedAt: Date.now() };
}

const answerTo = ({ phone }: World, wamid: string): PhoneMessage | null =>
  phone.messages.find(({ key }) => key.endsWith(wamid)) ?? null;

/** All replies but the one that won, if any, have been answered, and a sweep has nothing to do. */
async function calm(world: World, said: readonly string[]): Promise<void> {
  await until('all replies to be answered', () =>
    said.filter((wamid) => answerTo(world, wamid) === null).length <= 1 ? true : null,
  );
  await atRest(world);
  await world.phone.settled();
}
