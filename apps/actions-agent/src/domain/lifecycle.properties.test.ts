import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aContext } from '../testing/a-context.ts';
import { noon } from '../testing/an-action.ts';
import { type Action, phaseOf } from './action.ts';
import type { Command, CommandName } from './commands.ts';
import { hashOf } from './content.ts';
import { defaultPolicy } from './context.ts';
import { createAction } from './create.ts';
import { commandNames } from './model/mutants.ts';
import { decide } from './transition.ts';

/** A command with arguments that are right often enough to get somewhere, and wrong often enough to be refused. */
type Wish = (action: Action) => Command;

const failure = { code: 'NO', message: 'no', retryable: true };
const by = fc.constantFrom('anna', 'anna', 'anna', 'mallory');
const channel = fc.constantFrom('web' as const, 'whatsapp-button' as const, 'whatsapp-text' as const);
const evidence = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5');
const off = fc.constantFrom(0, 0, 0, -1);
const outcome = fc.constantFrom('no_effect' as const, 'unknown' as const);
const speaker = fc.constantFrom('holder' as const, 'sweeper' as const);
const acting = fc.record({ by, channel });
const type = fc.constantFrom('keyed', 'unkeyed', 'prepared', 'reminder', 'sure', 'sure-prepared', 'unsupported');
const askIdOf = ({ ask }: Action, isOther: boolean) => (isOther ? 'another' : (ask?.id ?? 'none'));

const wishes: { readonly [name in CommandName]: fc.Arbitrary<Wish> } = {
  edit: fc.record({ acting, off, title: fc.string({ maxLength: 3 }), type: fc.option(type, { nil: undefined }) }).map(
    (facts): Wish =>
      ({ version }) => ({
        name: 'edit',
        ...facts.acting,
        version: version + facts.off,
        changes: { title: facts.title, ...(facts.type !== undefined && { type: facts.type }) },
      }),
  ),
  ask: fc.constant((): Command => ({ name: 'ask' })),
  autoApprove: fc.constantFrom('sure@1', 'other').map(
    (rule): Wish =>
      () => ({ name: 'autoApprove', rule }),
  ),
  poison: fc.constant((): Command => ({ name: 'poison', failure })),
  approve: fc
    .record({
      acting,
      off,
      evidence,
      quotes: fc.boolean(),
      isOther: fc.boolean(),
      saidAt: fc.option(fc.nat(90_000_000)),
    })
    .map(
      (facts): Wish =>
        (action) => ({
          name: 'approve',
          ...facts.acting,
          version: action.version + facts.off,
          askId: facts.quotes ? askIdOf(action, facts.isOther) : null,
          evidence: facts.evidence,
          saidAt: facts.saidAt === null ? null : noon + facts.saidAt,
        }),
    ),
  clarify: fc.record({ acting, evidence, isOther: fc.boolean() }).map(
    (facts): Wish =>
      (action) => ({
        name: 'clarify',
        ...facts.acting,
        evidence: facts.evidence,
        askId: askIdOf(action, facts.isOther),
        hint: null,
      }),
  ),
  reject: fc.record({ acting, evidence }).map(
    (facts): Wish =>
      () => ({ name: 'reject', ...facts.acting, evidence: facts.evidence, reason: null }),
  ),
  archive: acting.map(
    (who): Wish =>
      () => ({ name: 'archive', ...who, reason: null }),
  ),
  delete: acting.map(
    (who): Wish =>
      () => ({ name: 'delete', ...who }),
  ),
  expire: fc.constant((): Command => ({ name: 'expire' })),
  claim: fc.constant((): Command => ({ name: 'claim', owner: 'w1' })),
  complete: fc.record({ off, speaker }).map(
    (facts): Wish =>
      ({ epoch }) => ({ name: 'complete', epoch: epoch + facts.off, speaker: facts.speaker, result: {} }),
  ),
  retry: fc.record({ off, speaker, outcome, pauseMs: fc.nat(9_000) }).map(
    ({ off: by_, ...facts }): Wish =>
      ({ epoch }) => ({ name: 'retry', epoch: epoch + by_, failure, ...facts }),
  ),
  fail: fc.record({ off, speaker, outcome, isDuplicate: fc.boolean() }).map(
    (facts): Wish =>
      ({ epoch }) => ({
        name: 'fail',
        epoch: epoch + facts.off,
        speaker: facts.speaker,
        outcome: facts.outcome,
        failure,
        result: facts.isDuplicate ? { existingBookmarkId: 'b1' } : null,
      }),
  ),
  askAgain: fc.record({ acting, confirmMayDuplicate: fc.boolean() }).map(
    (facts): Wish =>
      () => ({ name: 'askAgain', ...facts.acting, confirmMayDuplicate: facts.confirmMayDuplicate }),
  ),
  updateDuplicate: acting.map(
    (who): Wish =>
      () => ({ name: 'updateDuplicate', ...who, result: {} }),
  ),
  skipDuplicate: acting.map(
    (who): Wish =>
      () => ({ name: 'skipDuplicate', ...who }),
  ),
  prepared: fc
    .record({ off, status: fc.constantFrom('ready' as const, 'failed' as const), remindAt: fc.nat(90_000_000) })
    .map(
      (facts): Wish =>
        ({ version }) => ({
          name: 'prepared',
          version: version + facts.off,
          facts: facts.status === 'ready' ? { remindAt: noon + facts.remindAt } : null,
          preparation: { status: facts.status, problem: null, reasoning: null, generatedAt: null },
        }),
    ),
  unsupported: fc.constant((): Command => ({ name: 'unsupported' })),
  threw: off.map(
    (by_): Wish =>
      ({ version }) => ({ name: 'threw', version: version + by_, message: '' }),
  ),
  delivery: fc.record({ at: fc.nat(3), status: fc.constantFrom('sent' as const, 'failed' as const) }).map(
    ({ at, status }): Wish =>
      ({ due }) => ({ name: 'delivery', key: due[at]?.key ?? 'none', delivery: { status } }),
  ),
  told: fc.option(fc.nat(90_000), { nil: null }).map(
    (pause): Wish =>
      ({ due }) => ({
        name: 'told',
        keys: due.slice(0, 1).map(({ key }) => key),
        postponeTo: pause === null ? null : noon + pause,
      }),
  ),
};

/** Ends come seldom, and what leads on often, or most sequences would be over before anything was tried. */
const weights: { readonly [name in CommandName]?: number } = {
  approve: 12,
  claim: 8,
  prepared: 6,
  askAgain: 6,
  fail: 6,
  retry: 4,
  ask: 4,
  threw: 4,
  expire: 2,
  edit: 2,
  poison: 3,
  updateDuplicate: 2,
  skipDuplicate: 2,
};

const anyWish = fc.oneof(...commandNames.map((name) => ({ arbitrary: wishes[name], weight: weights[name] ?? 1 })));

/** Impatient, so that a random sequence comes to the ends of patience too. */
const policy = { ...defaultPolicy, handlerErrorsMax: 1, attemptsMax: 3 };

const pause = fc.constantFrom(0, 1_000, 10_000, 130_000, 130_000, 86_400_000);

const input = {
  id: 'a1',
  userId: 'anna',
  commandId: 'c1',
  ordinal: 0,
  title: 'Buy milk',
  confidence: 0.95,
  payload: {},
  requestHash: '',
};
const ended: readonly string[] = ['completed', 'rejected', 'archived'];

/** What holds between one write and the next, and in each state by itself. */
function check(before: Action, after: Action, now: number): void {
  expect(after.rev).toBe(before.rev + 1);
  expect(after.version).toBeGreaterThanOrEqual(before.version);
  expect(after.epoch).toBeGreaterThanOrEqual(before.epoch);
  expect(after.updatedAt).toBeGreaterThanOrEqual(before.updatedAt);
  expect(after.contentHash).toBe(hashOf(after));
  if (after.contentHash !== before.contentHash || after.version !== before.version)
    expect(after.contentRev).toBe(after.rev);
  if (phaseOf(after) === 'approved' || after.status === 'processing') {
    expect(after.approval).toMatchObject({ version: after.version, contentHash: after.contentHash });
  }
  if (ended.includes(before.status)) expect([before.status, 'archived']).toContain(after.status);
  if (before.deletedAt !== null) expect(after.deletedAt).toBe(before.deletedAt);
  expect(after.lease !== null).toBe(after.status === 'processing');
  const keys = after.due.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { at } of after.due) expect(after.dueAt).toBeLessThanOrEqual(at);
  if (after.dueAt === null)
    expect([after.due, after.lease, after.status === 'awaiting_approval']).toEqual([[], null, false]);
  if (after.outcome === 'unknown' && after.status === 'failed') expect(after.needsAttention).toBe('OUTCOME_UNKNOWN');
  if (before.outcome === 'unknown') expect(['unknown', 'effect']).toContain(after.outcome);
  expect(after.events.map(({ seq }) => seq)).toEqual(
    after.events.map((_, index) => (after.events[0]?.seq ?? 0) + index),
  );
  expect(after.updatedAt).toBeGreaterThanOrEqual(now);
}

test('no commands in no order break what the lifecycle promises', () => {
  const made = new Set<string>();
  fc.assert(
    fc.property(type, fc.array(fc.tuple(anyWish, pause), { maxLength: 60, size: 'max' }), (first, moves) => {
      let now = noon;
      let action = createAction({ ...input, type: first, origin: { kind: 'command', id: 'c1' } }, aContext());
      for (const [wish, pauseMs] of moves) {
        now += pauseMs;
        const command = wish(action);
        const decision = decide(action, [command], aContext({ now, policy }));
        if (!decision.ok) continue;
        check(action, decision.action, now);
        if ('by' in command) expect(command.by).toBe('anna');
        action = decision.action;
        made.add(command.name);
      }
    }),
    { numRuns: 1_500, seed: Number(process.env['PROPERTY_SEED'] ?? 1) },
  );
  expect([...made].toSorted()).toEqual(commandNames.toSorted());
});
