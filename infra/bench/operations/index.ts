import type { Figure, Measure, Target } from '../measure.ts';
import { quantile, ratios } from '../statistics.ts';
import { closedLoop, type Load, perCall } from './closed-loop.ts';
import { createEngine, type Engine, fetchMessage, fetchState } from './engine.ts';
import { startPlatforms } from './platforms.ts';
import { startService } from './service.ts';

const repetitions = 9;
const load = { callers: 64, calls: 3_000 };
/** Every call of the service is written down and flushed twice. */
const serviceLoad = { callers: 64, calls: 1_000 };
const quietLoad = { callers: 8, calls: 2_000 };
const stuckCalls = 64;

const how = `One message to a platform on this machine, in a process of its own, by ${load.callers} callers at once: through the engine
(payload checked, pace, bulkhead, deadline, the outcome judged, the answer checked), and by nothing but \`fetch\` and
\`JSON.parse\`, in turn, ${repetitions} times. Then a reading of a hub through the whole service (\`POST /perform_action\`:
authenticated, written down before and after, both flushed) beside the same \`fetch\`. Last, the messages of ${quietLoad.callers} callers while
${stuckCalls} calls of another platform hang, in terms of the same while none does.`;

/** What the engine around operations costs, and whether a platform that hangs holds up another. */
export const operations: Measure = {
  name: 'operations',
  async run(say) {
    const platforms = await startPlatforms();
    const engine = createEngine(platforms);
    const service = await startService(platforms.hubUrl);
    try {
      return {
        title: 'Operations',
        how,
        figures: [
          ...(await besideFetch(say, {
            load,
            what: 'an operation through the engine',
            ours: engine.perform,
            bare: () => fetchMessage(platforms.answeringUrl),
            target: { better: 'less', goal: 2 },
          })),
          ...(await besideFetch(say, {
            load: serviceLoad,
            what: 'an operation through the service',
            ours: service.perform,
            bare: () => fetchState(platforms.hubUrl),
          })),
          ...(await bulkhead(engine, say)),
        ],
      };
    } finally {
      await Promise.all([engine.close(), service.stop(), platforms.stop()]);
    }
  },
};

type Say = (line: string) => void;

/** Both in turn, so often; the first time warms up. */
async function inTurn(say: Say, ...works: readonly (() => Promise<number>)[]): Promise<readonly (readonly number[])[]> {
  const taken = works.map((): number[] => []);
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    say(`repetition ${repetition} of ${repetitions}`);
    for (const [index, work] of works.entries()) {
      const value = await work();
      if (repetition > 0) taken[index]?.push(value);
    }
  }
  return taken;
}

interface Comparison {
  readonly load: Load;
  readonly what: string;
  ours(): Promise<unknown>;
  /** The same call by nothing but `fetch`. */
  bare(): Promise<unknown>;
  readonly target?: Target;
}

async function besideFetch(say: Say, { load, what, ours, bare, target }: Comparison): Promise<readonly Figure[]> {
  const [taken = [], bareTaken = []] = await inTurn(
    say,
    () => perCall(load, ours),
    () => perCall(load, bare),
  );
  return [
    { name: `${what}, times a bare fetch`, unit: '', values: ratios(taken, bareTaken), ...(target && { target }) },
    { name: what, unit: 'ms', values: taken },
    { name: `a bare fetch beside ${what}`, unit: 'ms', values: bareTaken },
  ];
}

async function bulkhead(engine: Engine, say: Say): Promise<readonly Figure[]> {
  const p99 = async () => quantile(await closedLoop(quietLoad, engine.perform), 0.99);
  const beside = async () => {
    const end = new AbortController();
    const stuck = Array.from({ length: stuckCalls }, () => engine.hang(end.signal));
    const found = await p99();
    end.abort();
    await Promise.all(stuck);
    return found;
  };
  const [alone = [], crowded = []] = await inTurn(say, p99, beside);
  return [
    {
      name: 'p99 while another platform hangs, times that while none does',
      unit: '',
      values: ratios(crowded, alone),
      target: { better: 'less', goal: 1.2 },
    },
    { name: 'p99 while another platform hangs', unit: 'ms', values: crowded },
    { name: 'p99 while none does', unit: 'ms', values: alone },
  ];
}
