import { describe, expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anAction, anActionIn, anAsk, noon } from '../testing/an-action.ts';
import { say } from '../testing/decided.ts';
import type { Action } from './action.ts';
import type { Command, CommandName } from './commands.ts';
import type { GuardName } from './guards.ts';
import { lifecycle } from './lifecycle.ts';
import { guardMutants } from './model/mutants.ts';
import { decide, type Table } from './transition.ts';

/** Who wants what of which action, and when. */
interface Case {
  readonly action: Action;
  readonly command: Command;
  readonly now?: number;
}

const failure = { code: 'POISON', message: 'threw', retryable: true };
const pending = { status: 'pending', problem: null, reasoning: null, generatedAt: null } as const;
const asked = anActionIn('awaiting_approval');
const mayHaveRun = { epoch: 1, outcome: 'unknown' } as const;
const duplicate = anActionIn('failed', { result: { existingBookmarkId: 'b1' } });
const tomorrow = noon + 25 * 3_600_000;

/** For each row of the table, something that it allows. */
const allowed: { readonly [name in CommandName]: readonly Case[] } = {
  edit: [
    { action: anAction(), command: say.edit() },
    { action: asked, command: say.edit() },
    { action: anActionIn('approved'), command: say.edit() },
    { action: anActionIn('failed'), command: say.edit() },
  ],
  ask: [{ action: anAction(), command: { name: 'ask' } }],
  autoApprove: [{ action: anAction({ type: 'sure' }), command: { name: 'autoApprove', rule: 'sure@1' } }],
  poison: [{ action: anAction({ handlerErrors: 5 }), command: { name: 'poison', failure } }],
  approve: [{ action: asked, command: say.approve({ askId: anAsk(asked).id }) }],
  clarify: [{ action: asked, command: say.clarify({ askId: anAsk(asked).id }) }],
  reject: [{ action: asked, command: say.reject() }],
  archive: [
    { action: asked, command: say.archive() },
    { action: anActionIn('completed'), command: say.archive() },
  ],
  delete: [
    { action: asked, command: say.delete() },
    { action: anActionIn('archived'), command: say.delete() },
  ],
  expire: [
    { action: asked, command: { name: 'expire' }, now: tomorrow },
    { action: { ...asked, ...mayHaveRun }, command: { name: 'expire' }, now: tomorrow },
  ],
  claim: [{ action: anActionIn('approved'), command: say.claim }],
  complete: [{ action: anActionIn('processing'), command: say.complete() }],
  retry: [{ action: anActionIn('processing'), command: say.retry() }],
  fail: [{ action: anActionIn('processing'), command: say.fail() }],
  askAgain: [{ action: anActionIn('failed'), command: say.askAgain() }],
  updateDuplicate: [{ action: duplicate, command: say.updateDuplicate() }],
  skipDuplicate: [{ action: duplicate, command: say.skipDuplicate() }],
  prepared: [{ action: anAction({ type: 'prepared', preparation: pending }), command: say.prepared() }],
  unsupported: [{ action: anAction({ type: 'unsupported' }), command: { name: 'unsupported' } }],
  threw: [{ action: anAction(), command: { name: 'threw', version: 1, message: 'no answer' } }],
  delivery: [{ action: asked, command: { name: 'delivery', key: 'ask:a1:1:1', delivery: { status: 'read' } } }],
  told: [{ action: asked, command: { name: 'told', keys: [], postponeTo: null } }],
};

const of =
  (change: Partial<Action>) =>
  (good: Case): Case => ({ ...good, action: { ...good.action, ...change } });
/** Changes what the command says where it says anything of that kind. */
const saying =
  (change: object) =>
  (good: Case): Case => ({ ...good, command: { ...good.command, ...change } });
const at =
  (now: number) =>
  (good: Case): Case => ({ ...good, now });

/** How to break one guard and nothing else. */
const breaches: { readonly [name in GuardName]: (good: Case) => Case } = {
  owner: saying({ by: 'mallory' }),
  'version-current': saying({ version: 7 }),
  'ask-current': saying({ askId: 'another' }),
  'ask-not-over': at(tomorrow),
  'ask-over': at(noon),
  'evidence-new': of({ evidence: ['wamid.1'] }),
  'facts-ready': of({ preparation: pending }),
  'preparation-settled': of({ preparation: pending }),
  'preparation-pending': of({ preparation: { ...pending, status: 'ready' } }),
  'type-supported': of({ type: 'unsupported' }),
  'type-unsupported': of({ type: 'keyed' }),
  'not-noticed': of({ needsAttention: 'UNSUPPORTED_TYPE' }),
  'not-auto-approved': of({ type: 'sure' }),
  'rule-fits': saying({ rule: 'another' }),
  'threw-too-often': of({ handlerErrors: 4 }),
  'clarifications-left': of({ ask: anAsk(asked, { clarifications: 2 }) }),
  'not-leased': of({ lease: { owner: 'w9', until: noon + 1 } }),
  'certainly-not-run': of(mayHaveRun),
  'may-have-run': of({ epoch: 0, outcome: 'none' }),
  'no-effect-proven': of({ outcome: 'unknown' }),
  'approval-fits': ({ action, ...rest }) => ({ ...rest, action: { ...action, contentHash: 'another' } }),
  'attempt-due': of({ nextAttemptAt: noon + 1 }),
  'epoch-current': saying({ epoch: 0 }),
  'holder-or-lease-over': saying({ speaker: 'sweeper' }),
  'attempts-left': of({ attempts: 5 }),
  'repeat-safe': (good) => saying({ outcome: 'unknown' })(of({ type: 'unkeyed' })(good)),
  'duplicate-confirmed': of({ type: 'unkeyed', outcome: 'unknown' }),
  'has-duplicate': of({ result: null }),
  'not-deleted': of({ deletedAt: noon }),
};

/** The status that comes of it, or the guard that is in the way. */
function endOf({ action, command, now = noon }: Case, table: Table = lifecycle): string {
  const decision = decide(action, [command], aContext({ now }), table);
  return decision.ok ? decision.action.status : `refused: ${decision.refusal.guard}`;
}

describe('each row allows something', () => {
  const rows = Object.entries(lifecycle).flatMap(([name, list]) => list.map((row, index) => ({ name, row, index })));
  const cases = new Map(Object.entries(allowed));
  test.each(rows)('$name, row $index', ({ name, row, index }) => {
    const good = cases.get(name)?.[index];
    expect(good === undefined ? 'no case' : endOf(good)).toBe(
      row.to === 'same' ? good?.action.status : endStatus(row.to),
    );
  });
});

const endStatus = (phase: string) => (phase === 'unasked' || phase === 'approved' ? 'pending' : phase);

/**
 * Rows of one transition exclude each other, so that their order decides nothing: with the rows the other way round the
 * end is the same. These guards matter only to that.
 */
const guardsBetweenRows: readonly string[] = [
  'expire: awaiting_approval to archived, without certainly-not-run',
  'expire: awaiting_approval to failed, without may-have-run',
];

/** What another guard of the same row refuses too. */
const impliedBy: Readonly<Record<string, GuardName>> = {
  'autoApprove: unasked to approved, without type-supported': 'rule-fits',
};

describe('each guard refuses by itself', () => {
  const alone = guardMutants.filter(({ name }) => !guardsBetweenRows.includes(name) && !(name in impliedBy));

  test.each(alone)('$name, something happens that must not', ({ command, row, guard, table }) => {
    const good = allowed[command][lifecycle[command].indexOf(row)];
    if (good === undefined) throw new Error('no case');
    const bad = breaches[guard](good);
    expect([endOf(bad), endOf(bad, table)]).toEqual([`refused: ${guard}`, expect.not.stringContaining('refused')]);
  });

  test.each(guardMutants.filter(({ name }) => name in impliedBy))(
    '$name, another says no',
    ({ name, command, guard, table }) => {
      const [good] = allowed[command];
      const bad = good && breaches[guard](good);
      expect(bad && endOf(bad, table)).toBe(`refused: ${impliedBy[name]}`);
    },
  );
});

describe('the order of rows decides nothing', () => {
  const backwards = (table: Table): Table => ({ ...table, expire: table.expire.toReversed() });

  test.each(allowed.expire)('expire, with its rows the other way round', (good) => {
    expect(endOf(good, backwards(lifecycle))).toBe(endOf(good));
  });

  test.each(guardMutants.filter(({ name }) => guardsBetweenRows.includes(name)))('$name, it would', ({ table }) => {
    const ends = allowed.expire.map((good) => [endOf(good, table), endOf(good, backwards(table))]);
    expect(ends).not.toEqual(allowed.expire.map((good) => [endOf(good), endOf(good)]));
  });
});
