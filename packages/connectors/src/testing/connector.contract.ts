import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ConnectorErrorCode } from '../connector-error.ts';
import { bindOperation } from './direct-calls.ts';
import { type Fault, faultNames } from './faults.ts';
import { lateMs } from './http-stand-in.ts';
import { runRandomFaults } from './random-faults.ts';
import { randomRuns } from './random-runs.ts';
import { type ConnectorCase, deadlineMs, type Scene, setScene } from './scene.ts';
import type { StandIn } from './stand-in.ts';

/** What a call that only ever meets this fault ends with. */
const expectedCodes: Record<Fault, ConnectorErrorCode> = {
  400: 'INVALID_PAYLOAD',
  401: 'CONNECTION_EXPIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
  500: 'PLATFORM_ERROR',
  '500 after the effect': 'PLATFORM_ERROR',
  503: 'PLATFORM_UNAVAILABLE',
  'cut before the effect': 'CONNECTION_LOST',
  'cut after the effect': 'CONNECTION_LOST',
  'hang before the effect': 'TIMEOUT',
  'hang after the effect': 'TIMEOUT',
  'effect after the deadline': 'TIMEOUT',
  'slow body': 'TIMEOUT',
  '10 MB': 'BAD_DOWNSTREAM_RESPONSE',
  HTML: 'BAD_DOWNSTREAM_RESPONSE',
  'wrong schema': 'BAD_DOWNSTREAM_RESPONSE',
  'redirect to a private address': 'SSRF_BLOCKED',
};

/** Only where nothing comes there is something to wait for: a busy machine must not make a fault. */
const impatientMs = 300;
const waitFor: ReadonlySet<Fault> = new Set([
  'hang before the effect',
  'hang after the effect',
  'effect after the deadline',
  'slow body',
]);

/** More at once would only wait for the processor. */
const atOnce = 5;

/** Runs all, a few at once, with the first that is asked for: most of their time goes by waiting. */
function forEach<T>(faults: readonly Fault[], run: (fault: Fault) => Promise<T>): (fault: Fault) => Promise<T> {
  const settled = new Map<Fault, PromiseSettledResult<T>>();
  async function runOne(fault: Fault): Promise<void> {
    const [result] = await Promise.allSettled([run(fault)]);
    settled.set(fault, result);
  }
  async function runAll(): Promise<void> {
    for (let at = 0; at < faults.length; at += atOnce) await Promise.all(faults.slice(at, at + atOnce).map(runOne));
  }
  let all: Promise<void> | undefined;
  return async (fault) => {
    await (all ??= runAll());
    const result = settled.get(fault);
    if (result?.status === 'fulfilled') return result.value;
    throw result?.reason;
  };
}

/** Every operation of every connector passes this, against a stand-in that speaks the platform's protocol. */
export function describeConnector(given: ConnectorCase): void {
  const { connector, samples, faults = faultNames } = given;
  describe(`the connector ${connector.name}`, () => {
    const served: Scene[] = [];
    const serve = async () => {
      const scene = await setScene(given, deadlineMs);
      served.push(scene);
      return scene;
    };
    /** A scene for this fault, for as long as it is used. */
    const under = async <T>(fault: Fault, use: (scene: Scene) => Promise<T>): Promise<T> => {
      const scene = await setScene(given, waitFor.has(fault) ? impatientMs : deadlineMs);
      return use(scene).finally(scene.close);
    };
    afterEach(async () => {
      await Promise.all(served.splice(0).map(({ close }) => close()));
    });

    test('has a sample for each operation', () => {
      expect(Object.keys(samples).sort()).toEqual(Object.keys(connector.operations).sort());
    });

    test('says which of its credentials are secrets', () => {
      expect(JSON.stringify(connector.credentialsSchema)).toContain('"writeOnly":true');
    });

    describe.each(Object.keys(samples))('%s', (name) => {
      const operation = connector.operations[name];
      const sample = samples[name];
      if (!operation || !sample) throw new Error(`${name} is no operation of ${connector.name}`);
      const bound = () => bindOperation(connector, name, sample.input);
      const effectsOn = ({ ledger }: StandIn) =>
        operation.effect === 'none' ? ledger : ledger.filter((effect) => effect.operation === name);

      test('bad input is refused, with the place, before anything leaves', async () => {
        const { standIn } = await serve();
        expect(operation.bind(sample.bad)).toMatchObject({
          problems: [expect.objectContaining({ path: expect.any(String) })],
        });
        expect(standIn.calls()).toBe(0);
      });

      test('a simulation gives an answer of the same shape, always the same, and nothing leaves', async () => {
        const { standIn } = await serve();
        expect(bound().simulate('k')).toEqual(bound().simulate('k'));
        expect(standIn.calls()).toBe(0);
      });

      test('it is done, once', async () => {
        const { standIn, perform } = await serve();
        expect(await perform({ bound: bound(), began: false })).toMatchObject({ outcome: 'executed', attempts: 1 });
        expect(effectsOn(standIn)).toHaveLength(operation.effect === 'change' ? 1 : 0);
      });

      test('after a crash that followed the effect, it is not done a second time', async () => {
        const { standIn, perform } = await serve();
        await perform({ bound: bound(), began: false });
        const { outcome } = await perform({ bound: bound(), began: true });
        expect(outcome).toBe(bound().repeatable || operation.canReconcile ? 'executed' : 'unknown');
        expect(effectsOn(standIn).length).toBeLessThanOrEqual(1);
      });

      test('it is taken back, where the platform can', async () => {
        const { standIn, perform, call } = await serve();
        const performed = await perform({ bound: bound(), began: false });
        const { undo } = bound();
        expect(undo === null).toBe(!operation.canUndo);
        if (undo === null || performed.outcome !== 'executed') return;
        await undo(performed.output, call);
        expect(standIn.ledger.at(-1)).toMatchObject({ operation: `undo ${name}` });
      });

      test('expired credentials are refreshed once, and the call made again', async () => {
        const { standIn, perform, refreshed } = await serve();
        standIn.plan(401);
        expect(await perform({ bound: bound(), began: false })).toMatchObject({ outcome: 'executed' });
        expect(refreshed()).toBe(1);
      });

      const strikeOnce = async (fault: Fault) => {
        const fine = await setScene(given, deadlineMs);
        await fine.perform({ bound: bound(), began: false });
        const requests = Array.from({ length: fine.standIn.calls() }, (_, index) => index);
        await fine.close();
        const strike = (before: number) =>
          under(fault, async ({ standIn, perform }) => {
            standIn.plan(...requests.slice(0, before).map(() => null), fault);
            const { outcome } = await perform({ bound: bound(), began: false });
            if (fault === 'effect after the deadline') await sleep(lateMs);
            return { before, outcome, done: effectsOn(standIn).length };
          });
        return Promise.all(requests.map(strike));
      };

      const strikeAlways = (fault: Fault) =>
        under(fault, async ({ standIn, perform }) => {
          standIn.always(fault);
          const performed = await perform({ bound: bound(), began: false });
          return { performed, done: effectsOn(standIn).length };
        });

      const struck = forEach(faults, async (fault) => {
        const [once, always] = await Promise.all([strikeOnce(fault), strikeAlways(fault)]);
        return { once, always };
      });

      test.each(faults)(
        'after the fault "%s" the outcome is what the ledger says, and there is one effect at most',
        async (fault) => {
          for (const { before, outcome, done } of (await struck(fault)).once) {
            expect(done).toBeLessThanOrEqual(1);
            if (operation.effect === 'change' && outcome !== 'unknown')
              expect([before, outcome]).toEqual([before, done === 1 ? 'executed' : 'not_executed']);
          }
        },
      );

      test.each(faults)('"%s" again and again ends with the right code', async (fault) => {
        const { performed, done } = (await struck(fault)).always;
        expect(performed).toMatchObject({ failure: { code: given.codes?.[fault] ?? expectedCodes[fault] } });
        expect(done).toBeLessThanOrEqual(1);
      });

      test(
        'whatever strikes, and whenever the process dies, it is done once at most and the outcome is true',
        async () => {
          const { runs, seed, tell } = randomRuns;
          const judged = await runRandomFaults(given, name, { runs, seed });
          tell(judged);
          expect(judged).toMatchObject({ runs, broken: [] });
        },
        randomRuns.timeoutMs,
      );

      test('no secret is in what went wrong', async () => {
        const { standIn, perform } = await serve();
        standIn.always(400);
        const said = JSON.stringify(await perform({ bound: bound(), began: false }));
        const secrets = JSON.stringify(given.credentials(standIn)).match(/canary-[\w-]+/g) ?? [];
        expect(secrets).not.toEqual([]);
        for (const secret of secrets) expect(said).not.toContain(secret);
      });
    });
  });
}
