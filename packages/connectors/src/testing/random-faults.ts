import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@intexuraos/kernel';
import { createSeededRandom } from '@intexuraos/testing';
import type { Performed } from '../engine/wish.ts';
import { bindOperation } from './direct-calls.ts';
import { type Fault, faultNames } from './faults.ts';
import { type ConnectorCase, type Scene, setScene } from './scene.ts';

/** What became of many runs of one operation, each with faults and crashes of its own. */
export interface Judged {
  /** `slack.post_message` */
  readonly operation: string;
  readonly runs: number;
  readonly executed: number;
  readonly not_executed: number;
  readonly unknown: number;
  /** One sentence for each run that broke the promise, with the seed that repeats it. */
  readonly broken: readonly string[];
}

interface Run {
  readonly outcome: Performed['outcome'];
  readonly broken: readonly string[];
}

const attemptMs = 400;
const runsAtOnce = 4;
const faultsMax = 5;
const livesMax = 3;
/** A process dies somewhere in here, and needs a moment until it stands again. */
const lifeMs = 60;
const restartMs = 50;

/** Runs an operation again and again, each time with another seed, and lets the ledger of the stand-in judge it. */
export async function runRandomFaults(
  given: ConnectorCase,
  name: string,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<Judged> {
  const judged: Run[] = [];
  const seeds = Array.from({ length: runs }, (_, index) => seed + index);
  const work = async () => {
    for (let next = seeds.pop(); next !== undefined; next = seeds.pop()) judged.push(await runOnce(given, name, next));
  };
  await Promise.all(Array.from({ length: runsAtOnce }, work));
  const count = (outcome: Performed['outcome']) => judged.filter((run) => run.outcome === outcome).length;
  return {
    operation: `${given.connector.name}.${name}`,
    runs: judged.length,
    executed: count('executed'),
    not_executed: count('not_executed'),
    unknown: count('unknown'),
    broken: judged.flatMap(({ broken }) => broken),
  };
}

async function runOnce(given: ConnectorCase, name: string, seed: number): Promise<Run> {
  const random = createSeededRandom(seed);
  const plan = planOf((given.faults ?? faultNames).filter(isOver), random);
  const lives = 1 + below(livesMax, random);
  const scene = await setScene(given, attemptMs);
  try {
    scene.standIn.plan(...plan);
    const performed = await live(
      scene,
      bindOperation(given.connector, name, given.samples[name]?.input),
      lives,
      random,
    );
    const effects = scene.standIn.ledger.filter(({ operation }) => operation === name).length;
    const changes = given.connector.operations[name]?.effect === 'change';
    const circumstances = `seed ${seed}, ${lives} lives, faults ${plan.join(', ')}: ${JSON.stringify(performed)}`;
    return {
      outcome: performed.outcome,
      broken: breaches(performed, effects, changes).map((breach) => `${breach} (${circumstances})`),
    };
  } finally {
    await scene.close();
  }
}

/** The same wish in one process after the other; all but the last one die at some moment. */
async function live(scene: Scene, bound: Parameters<Scene['perform']>[0]['bound'], lives: number, random: Random) {
  for (let life = 1; life < lives; life += 1) {
    const death = new AbortController();
    const timer = setTimeout(() => death.abort(), random.fraction() * lifeMs);
    await scene.perform({ bound, began: life > 1, signal: death.signal });
    clearTimeout(timer);
    await sleep(restartMs);
  }
  return scene.perform({ bound, began: lives > 1 });
}

/** What is promised whatever strikes: once at most, nothing lost, and not knowing is said. */
function breaches(performed: Performed, effects: number, changes: boolean): readonly string[] {
  const { outcome } = performed;
  return [
    ...(effects > 1 ? [`it was done ${effects} times`] : []),
    ...(changes && outcome === 'executed' && effects === 0 ? ['it is said to be done and is not'] : []),
    ...(outcome === 'not_executed' && effects > 0 ? ['it is said not to be done and is'] : []),
    ...(outcome === 'unknown' && performed.failure.message === '' ? ['nobody is told why it is unknown'] : []),
  ];
}

/** A process that follows waits until the lease of the one before has run out, which is longer than any platform works. */
const isOver = (fault: Fault) => fault !== 'effect after the deadline';

const below = (end: number, random: Random) => Math.floor(random.fraction() * end);

function planOf(faults: readonly Fault[], random: Random): readonly (Fault | null)[] {
  const pick = () => (random.fraction() < 0.4 ? null : (faults[below(faults.length, random)] ?? null));
  return Array.from({ length: below(faultsMax + 1, random) }, pick);
}
