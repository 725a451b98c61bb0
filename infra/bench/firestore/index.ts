import { firestoreEmulator } from '@intexuraos/testing';
import { createBareClient } from '../../../packages/storage/src/firestore/testing/bare-client.ts';
import type { Figure, Measure, NamedList } from '../measure.ts';
import { ratios } from '../statistics.ts';
import { startAgent } from './agent.ts';
import { attachPhone, liveThrough } from './one-lifecycle.ts';
import { measureRivals, type Rivalry } from './rivals.ts';

const warmUp = 20;
const repetitions = 60;
const rivals = 200;
const rivalries = 5;

const how = `actions-agent as it is composed in the cloud, on Google's Firestore emulator, messages handed over in the same process:
a wish over HTTP, the question, that it was sent, "yes" by a quoted reply, one call to the target, the report. Each
lifecycle is followed at once by Google's client alone, doing the same calls on documents of its own, ${repetitions} times.
Rivals call \`/execute\` on one action at once over HTTP.`;

interface Costs {
  readonly lists: Readonly<Record<'writes' | 'reads' | 'messages', readonly string[]>>;
  readonly whole: readonly number[];
  readonly sameCalls: readonly number[];
  readonly sameWrites: readonly number[];
}

/** What one action costs where each document and message is paid for. */
export const firestore: Measure = {
  name: 'firestore',
  async run(say) {
    const emulator = await firestoreEmulator();
    if ('missing' in emulator) return emulator;
    const costs = await measureCosts(`bench-cost-${process.pid}`);
    say('rivals');
    const found = await measureRivals(`bench-rivals-${process.pid}`, rivals, rivalries);
    return {
      title: 'Firestore and Pub/Sub',
      how,
      figures: [...costFigures(costs), ...rivalFigures(found)],
      lists: lists(costs),
    };
  },
};

async function measureCosts(projectId: string): Promise<Costs> {
  const [agent, bare] = [await startAgent(projectId), createBareClient(projectId)];
  attachPhone(agent, true);
  const [whole, sameCalls, sameWrites]: [number[], number[], number[]] = [[], [], []];
  let last: Costs['lists'] = { writes: [], reads: [], messages: [] };
  for (let life = 1 - warmUp; life <= repetitions; life += 1) {
    agent.published.length = 0;
    const begin = performance.now();
    await liveThrough(agent, `life ${life}`.replace(/\W/g, '-'));
    const took = performance.now() - begin;
    const { calls, writes, reads } = agent.store.take();
    const tookBare = await bare.repeat(calls);
    const tookWrites = await bare.repeat(calls.filter(({ kind }) => kind === 'commit'));
    last = { writes, reads, messages: [...agent.published] };
    if (life < 1) continue;
    whole.push(took);
    sameCalls.push(tookBare);
    sameWrites.push(tookWrites);
  }
  await Promise.all([agent.close(), bare.close()]);
  return { lists: last, whole, sameCalls, sameWrites };
}

function costFigures({ lists: { writes, reads, messages }, whole, sameCalls, sameWrites }: Costs): readonly Figure[] {
  const count = (name: string, { length }: readonly string[], goal: number): Figure => ({
    name: `${name} per lifecycle`,
    unit: '',
    values: [length],
    target: { better: 'less', goal },
  });
  return [
    count('documents written', writes, 10),
    count('documents read', reads, 8),
    count('messages published', messages, 6),
    {
      name: 'time of a lifecycle, times the bare client doing the same writes',
      unit: '',
      values: ratios(whole, sameWrites),
      target: { better: 'less', goal: 1.3 },
    },
    {
      name: 'the same, times the bare client doing the same reads and writes',
      unit: '',
      values: ratios(whole, sameCalls),
    },
    { name: 'time of a lifecycle', unit: 'ms', values: whole },
    { name: 'the same reads and writes by the bare client', unit: 'ms', values: sameCalls },
    { name: 'the same writes by the bare client', unit: 'ms', values: sameWrites },
  ];
}

const rivalFigures = (found: readonly Rivalry[]): readonly Figure[] => [
  {
    name: `winners among ${rivals} rivals`,
    unit: '',
    values: found.map(({ winners }) => winners),
    target: { better: 'less', goal: 1 },
  },
  {
    name: `time until all ${rivals} have their answer`,
    unit: 's',
    values: found.map(({ seconds }) => seconds),
    target: { better: 'less', goal: 1 },
  },
];

const lists = ({ lists: { writes, reads, messages } }: Costs): readonly NamedList[] => [
  { name: 'Documents written', items: writes },
  { name: 'Documents read', items: reads },
  { name: 'Messages published', items: messages },
];
