import { strict as assert } from 'node:assert';
import { checkMessages } from '../harness/truth.ts';
import { type OpenWorld, within } from '../harness/world.ts';
import { type Storm, storm } from './storm.ts';
import { judgeStorm, type Verdict } from './storm-verdict.ts';

export interface Storms {
  readonly verdicts: readonly Verdict[];
  /** The longest that one call took, milliseconds. */
  readonly slowestMs: number;
}

/** One storm after the other on one machine, each on an action of its own. Throws what is not as it should be. */
export const stormsOf = (
  open: OpenWorld,
  size: { readonly storms: number; readonly calls: number; readonly firstSeed: number },
): Promise<Storms> =>
  within(open({}), async (world) => {
    const { machine, phone, target } = world;
    await machine.start();
    const storms: Storm[] = [];
    for (let n = 0; n < size.storms; n += 1)
      storms.push(await storm(world, { seed: size.firstSeed + n, size: size.calls }));
    const exit = await machine.kill('SIGTERM');
    assert.deepEqual(exit, { code: 0, signal: null }, 'the machine did not stop well');
    checkMessages(phone.messages, []);
    const verdicts = await world.readStored(async (stored) => {
      assert.equal(stored.deadLetters, 0, 'messages were given up');
      return Promise.all(
        storms.map(async (one) => judged(one, judgeStorm(one, await stored.action(one.actionId), target.ledger))),
      );
    });
    const took = storms.flatMap(({ history }) => history.map(({ invokedAt, returnedAt }) => returnedAt - invokedAt));
    return { verdicts, slowestMs: Math.max(...took) };
  });

/** Somebody always decides, unless all that could have decided was about content that had been edited. */
function judged({ seed, history }: Storm, verdict: Verdict): Verdict {
  const safe = history.some(({ call }) => call === 'delete' || call === 'reject on the web');
  assert(verdict.decision !== 'none' || !safe, `nobody won storm ${seed}`);
  return verdict;
}
