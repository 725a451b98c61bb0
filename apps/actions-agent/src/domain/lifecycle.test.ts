import { describe, expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anAction, anActionIn, anApproval, anAsk, noon } from '../testing/an-action.ts';
import { decided, dueKinds, refused, say } from '../testing/decided.ts';
import { type Action, type Phase, phaseOf } from './action.ts';
import { lifecycle } from './lifecycle.ts';
import { decide } from './transition.ts';

const phases = [
  'unasked',
  'awaiting_approval',
  'approved',
  'processing',
  'completed',
  'rejected',
  'failed',
  'archived',
] as const satisfies readonly Phase[];

const column = (text: string) => (text === 'awaiting_approval' ? 'awaiting' : text).padEnd(11);

function gridOf(): string {
  const line = (name: string, cells: readonly string[]) => [name.padEnd(16), ...cells.map(column)].join('').trimEnd();
  const rows = Object.entries(lifecycle).map(([name, list]) =>
    line(
      name,
      phases.map(
        (phase) =>
          list
            .filter(({ from }) => from.includes(phase))
            .map(({ to }) => to)
            .join('|') || '.',
      ),
    ),
  );
  return [line('', phases), ...rows].join('\n');
}

test('these are all the moves that there are', () => {
  expect(gridOf()).toBe(
    `
                unasked    awaiting   approved   processing completed  rejected   failed     archived
edit            unasked    awaiting   awaiting   .          .          .          awaiting   .
ask             awaiting   .          .          .          .          .          .          .
autoApprove     approved   .          .          .          .          .          .          .
poison          failed     .          .          .          .          .          .          .
approve         approved   approved   .          .          .          .          .          .
clarify         .          awaiting   .          .          .          .          .          .
reject          rejected   rejected   rejected   .          .          .          .          .
archive         archived   archived   archived   .          archived   archived   archived   .
delete          archived   archived   archived   .          archived   archived   archived   archived
expire          .          archived|failed.          .          .          .          .          .
claim           .          .          processing .          .          .          .          .
complete        .          .          .          completed  .          .          .          .
retry           .          .          .          approved   .          .          .          .
fail            .          .          .          failed     .          .          .          .
askAgain        .          .          .          .          .          .          awaiting   .
updateDuplicate .          .          .          .          .          .          completed  .
skipDuplicate   .          .          .          .          .          .          rejected   .
prepared        same       same       .          .          .          .          .          .
unsupported     same       .          .          .          .          .          .          .
threw           same       same       .          .          .          .          .          .
delivery        same       same       same       same       same       same       same       same
told            same       same       same       same       same       same       same       same`.slice(1),
  );
});

test('a move that the table lacks is refused, whatever the action is like', () => {
  expect(refused(anActionIn('failed'), say.claim)).toBe('no such move');
  expect(refused(anActionIn('processing'), say.delete())).toBe('no such move');
  expect(refused(anActionIn('completed'), say.askAgain())).toBe('no such move');
});

test('commands decided together are one write: all of them or none', () => {
  const both = decided(anActionIn('awaiting_approval'), [say.approve(), say.claim]);
  expect([both.status, both.rev, both.epoch]).toEqual(['processing', 2, 1]);
  const decision = decide(anActionIn('awaiting_approval'), [say.approve(), say.complete()], aContext());
  expect(decision).toMatchObject({ ok: false, refusal: { command: 'complete', guard: null } });
});

test('a refusal leaves the action as it was', () => {
  const action = anActionIn('processing');
  const before = structuredClone(action);
  decide(action, [say.delete()], aContext());
  decide(action, [say.complete()], aContext());
  expect(action).toEqual(before);
});

describe('an approval', () => {
  const asked = anActionIn('awaiting_approval', { version: 2, asksMade: 2 });

  test('names the content, the version, the question and the evidence', () => {
    const yes = say.approve({ version: 2, askId: anAsk(asked).id, channel: 'whatsapp-button', evidence: 'wamid.7' });
    const { approval, contentHash } = decided(asked, yes);
    expect(approval).toEqual(
      anApproval(asked, { contentHash, version: 2, askId: anAsk(asked).id, evidence: 'wamid.7' }),
    );
  });

  test('of a version that is gone is refused, and so is one that names none after an edit', () => {
    expect(refused(asked, say.approve({ version: 1 }))).toBe('version-current');
    expect(refused(asked, say.approve({ version: null }))).toBe('version-current');
    expect(refused(anActionIn('awaiting_approval'), say.approve({ version: null }))).toBeNull();
  });

  test('by an earlier question is refused', () => {
    expect(refused(asked, say.approve({ version: 2, askId: 'earlier' }))).toBe('ask-current');
  });

  test('counts by when it was said, not by when it came', () => {
    const { expiresAt } = anAsk(asked);
    const later = { now: expiresAt + 60_000 };
    expect(refused(asked, say.approve({ version: 2, saidAt: expiresAt }), later)).toBeNull();
    expect(refused(asked, say.approve({ version: 2, saidAt: expiresAt + 1 }), later)).toBe('ask-not-over');
    expect(refused(asked, say.approve({ version: 2 }), later)).toBe('ask-not-over');
  });

  test('cannot be dated into the future to outlive its question', () => {
    const { expiresAt } = anAsk(asked);
    expect(refused(asked, say.approve({ version: 2, saidAt: expiresAt + 1 }), { now: expiresAt })).toBeNull();
  });

  test('counts once: the same message says nothing about the next question', () => {
    const failed = decided(decided(decided(asked, say.approve({ version: 2 })), say.claim), say.fail());
    const again = decided(failed, say.askAgain());
    expect(refused(again, say.approve({ version: 3 }))).toBe('evidence-new');
    expect(refused(again, say.approve({ version: 3, evidence: 'wamid.2' }))).toBeNull();
  });

  test('comes before the question too, of who was not asked yet', () => {
    expect(phaseOf(decided(anAction(), say.approve()))).toBe('approved');
  });

  test('is due to be run and to be confirmed, and the question no more', () => {
    const due = decided(decided(anAction(), { name: 'ask' }), say.approve({ evidence: 'wamid.3' }));
    expect(dueKinds(due)).toEqual(['confirm', 'created', 'event', 'event']);
  });

  test('of a reminder waits for its time', () => {
    const remindAt = noon + 3_600_000;
    const preparation = { status: 'ready', problem: null, reasoning: null, generatedAt: noon } as const;
    const reminder = anActionIn('awaiting_approval', { type: 'reminder', prepared: { remindAt }, preparation });
    const approved = decided(reminder, say.approve());
    expect(approved.nextAttemptAt).toBe(remindAt);
    expect(approved.due).toContainEqual({ key: expect.stringMatching(/^created:/), at: remindAt });
    expect(refused(approved, say.claim)).toBe('attempt-due');
    expect(refused(approved, say.claim, { now: remindAt })).toBeNull();
  });
});

describe('an edit', () => {
  test.each(['unasked', 'awaiting_approval', 'approved', 'failed'] as const)(
    'while %s makes a version that nobody approved',
    (phase) => {
      const before = anActionIn(phase);
      const after = decided(before, say.edit());
      expect(after).toMatchObject({ version: 2, approval: null, attempts: 0, failure: null, contentRev: after.rev });
      expect(after.contentHash).not.toBe(before.contentHash);
    },
  );

  test('is asked about anew, and looked at anew where nobody was asked', () => {
    expect(dueKinds(decided(anActionIn('approved'), say.edit()))).toEqual(['ask', 'event']);
    expect(dueKinds(decided(anAction(), say.edit()))).toEqual(['created', 'event']);
  });

  test('has its facts worked out before the question is sent', () => {
    const edited = decided(anActionIn('awaiting_approval', { type: 'prepared', prepared: { start: 1 } }), say.edit());
    expect(edited).toMatchObject({ prepared: null, preparation: { status: 'pending' } });
    expect(dueKinds(edited)).toEqual(['created', 'event']);
    expect(refused(edited, say.approve({ version: 2 }))).toBe('facts-ready');
    expect(dueKinds(decided({ ...edited, due: [] }, say.prepared({ version: 2 })))).toEqual(['ask', 'event']);
  });

  test('is refused once something may have happened', () => {
    const tried = { epoch: 1, outcome: 'unknown' } as const;
    expect(refused(anActionIn('awaiting_approval', tried), say.edit())).toBe('certainly-not-run');
    expect(refused(anActionIn('approved', tried), say.edit())).toBe('certainly-not-run');
    expect(refused(anActionIn('failed', tried), say.edit())).toBe('no-effect-proven');
    expect(refused(anActionIn('approved', { epoch: 1, outcome: 'no_effect' }), say.edit())).toBeNull();
  });

  test('clears what needed attention, and lets an unsupported type go on', () => {
    const noticed = decided(anAction({ type: 'unsupported' }), { name: 'unsupported' });
    expect(noticed.needsAttention).toBe('UNSUPPORTED_TYPE');
    expect(decided(noticed, say.edit({ changes: { type: 'keyed' } }))).toMatchObject({
      type: 'keyed',
      needsAttention: null,
    });
  });
});

describe('a run', () => {
  const running = decided(anActionIn('approved'), say.claim);

  test('has a lease, an epoch and a number', () => {
    expect(running).toMatchObject({ epoch: 1, attempts: 1, lease: { owner: 'w1', until: noon + 120_000 } });
  });

  test('that succeeds is completed and reported; nothing is left to confirm', () => {
    const done = decided(decided(anActionIn('awaiting_approval'), [say.approve(), say.claim]), say.complete());
    expect(done).toMatchObject({ status: 'completed', outcome: 'effect', lease: null, result: { message: 'Done' } });
    expect(dueKinds(done)).toEqual(['event', 'event', 'report']);
  });

  test('is ended by who claimed it last, and by nobody else', () => {
    const second = { ...running, epoch: 2 };
    expect(refused(second, say.complete(1))).toBe('epoch-current');
    expect(refused(second, say.complete(2))).toBeNull();
  });

  test('is taken back by a sweep only when its lease is over', () => {
    const takeBack = say.fail({ speaker: 'sweeper', outcome: 'unknown' });
    expect(refused(running, takeBack)).toBe('holder-or-lease-over');
    expect(refused(running, takeBack, { now: noon + 120_000 })).toBeNull();
  });

  test('that did nothing is tried again after its pause, with the same approval', () => {
    const retried = decided(running, say.retry({ pauseMs: 5_000 }));
    expect(retried).toMatchObject({ status: 'pending', approval: running.approval, nextAttemptAt: noon + 5_000 });
    expect(retried.due).toContainEqual({ key: expect.stringMatching(/^created:/), at: noon + 5_000 });
    expect(retried.dueAt).toBe(noon + 5_000);
  });

  test('is tried five times', () => {
    expect(refused({ ...running, attempts: 4 }, say.retry())).toBeNull();
    expect(refused({ ...running, attempts: 5 }, say.retry())).toBe('attempts-left');
  });

  test('that may have happened is repeated only where the target takes our key', () => {
    const lost = say.retry({ outcome: 'unknown' });
    expect(refused(running, lost)).toBeNull();
    expect(refused({ ...running, type: 'unkeyed' }, lost)).toBe('repeat-safe');
    expect(refused({ ...running, type: 'unkeyed' }, say.retry())).toBeNull();
  });

  test('that may have happened once may have happened, whatever a later one says', () => {
    const retried = decided(running, say.retry({ outcome: 'unknown', pauseMs: 0 }));
    const again = decided(decided(retried, say.claim), say.fail({ epoch: 2 }));
    expect(again).toMatchObject({ outcome: 'unknown', needsAttention: 'OUTCOME_UNKNOWN' });
    expect(decided(decided(retried, say.claim), say.complete(2))).toMatchObject({
      outcome: 'effect',
      needsAttention: null,
    });
  });
});

describe('a failed action', () => {
  test.each([
    ['no_effect', 2],
    ['unknown', 1],
    ['none', 1],
  ] as const)('with outcome %s is asked about again as version %i', (outcome, version) => {
    expect(decided(anActionIn('failed', { outcome }), say.askAgain())).toMatchObject({
      status: 'awaiting_approval',
      version,
      attempts: 0,
    });
  });

  test('that may have happened, where the target takes no key, needs a word about it', () => {
    const lost = anActionIn('failed', { type: 'unkeyed', outcome: 'unknown' });
    expect(refused(lost, say.askAgain())).toBe('duplicate-confirmed');
    expect(refused(lost, say.askAgain(true))).toBeNull();
    expect(refused({ ...lost, outcome: 'no_effect' }, say.askAgain())).toBeNull();
  });

  test('is a duplicate only if its target said so', () => {
    const duplicate = anActionIn('failed', { result: { existingBookmarkId: 'b1' } });
    expect(decided(duplicate, say.skipDuplicate()).status).toBe('rejected');
    expect(decided(duplicate, say.updateDuplicate())).toMatchObject({
      status: 'completed',
      outcome: 'effect',
      failure: null,
    });
    expect(refused(anActionIn('failed'), say.skipDuplicate())).toBe('has-duplicate');
  });
});

describe('the end of an action', () => {
  const tried = { epoch: 1, outcome: 'unknown' } as const;

  test.each([
    ['rejected', say.reject()],
    ['archived', say.archive()],
    ['deleted', say.delete()],
  ])('cannot be %s while it may have happened', (_, command) => {
    expect(refused(anActionIn('approved', tried), command)).toBe('certainly-not-run');
    expect(refused(anActionIn('processing'), command)).toBe('no such move');
    expect(refused(anActionIn('awaiting_approval', { epoch: 1, outcome: 'no_effect' }), command)).toBeNull();
  });

  test('has nothing due but what is to be told about it', () => {
    const asked: Action = decided(anAction(), { name: 'ask' });
    expect(dueKinds(decided(asked, say.reject({ reason: 'too late' })))).toEqual(['confirm', 'event', 'event']);
    expect(dueKinds(decided(asked, say.delete()))).toEqual(['event', 'event']);
    expect(decided(asked, say.reject({ reason: 'too late' })).result).toEqual({ reason: 'too late' });
  });

  test('by silence is archived with a notice, or failed where something may have happened', () => {
    const later = { now: noon + 24 * 3_600_000 + 1 };
    const asked = anActionIn('awaiting_approval');
    expect(dueKinds(decided(asked, { name: 'expire' }, later))).toEqual(['event', 'report']);
    expect(decided(asked, { name: 'expire' }, later).status).toBe('archived');
    expect(decided({ ...asked, ...tried }, { name: 'expire' }, later).status).toBe('failed');
    expect(refused(asked, { name: 'expire' }, { now: later.now - 1 })).toBe('ask-over');
  });

  test('by deletion is once, and hides what had ended', () => {
    const gone = decided(anActionIn('completed'), say.delete());
    expect(gone).toMatchObject({ status: 'archived', deletedAt: noon });
    expect(refused(gone, say.delete())).toBe('not-deleted');
  });
});

test('a handler that throws five times gives up, and the person is told', () => {
  const threw = { name: 'threw', version: 1, message: 'no answer' } as const;
  const failure = { code: 'POISON', message: 'could not be worked out', retryable: true };
  const fourTimes = decided(anAction(), [threw, threw, threw, threw]);
  expect(refused(fourTimes, { name: 'poison', failure })).toBe('threw-too-often');
  const poisoned = decided(decided(fourTimes, threw), { name: 'poison', failure });
  expect(poisoned).toMatchObject({ status: 'failed', failure, outcome: 'none' });
  expect(dueKinds(poisoned)).toEqual(['event', 'report']);
});

test('a question is clarified twice, then it waits', () => {
  const asked = anActionIn('awaiting_approval');
  const unclear = (evidence: string) => say.clarify({ askId: anAsk(asked).id, evidence });
  const twice = decided(asked, [unclear('m1'), unclear('m2')]);
  expect(twice.ask?.clarifications).toBe(2);
  expect(refused(twice, unclear('m3'))).toBe('clarifications-left');
  expect(refused(decided(asked, unclear('m1')), unclear('m1'))).toBe('evidence-new');
});

test('a rule approves in its own name', () => {
  const approved = decided(anAction({ type: 'sure' }), { name: 'autoApprove', rule: 'sure@1' });
  const rule = { id: 'sure@1', name: 'What is sure' };
  expect(approved.approval).toMatchObject({ by: 'policy:sure@1', channel: 'policy', askId: null, rule });
  expect(refused(anAction({ type: 'sure' }), { name: 'ask' })).toBe('not-auto-approved');
  expect(refused(anAction({ type: 'sure' }), { name: 'ask' }, { rules: [] })).toBeNull();
});

test('a rule that is not there, not about it, or about something risky approves nothing', () => {
  const rule = 'sure@1';
  expect(refused(anAction({ type: 'sure' }), { name: 'autoApprove', rule: 'other' })).toBe('rule-fits');
  expect(refused(anAction({ type: 'sure' }), { name: 'autoApprove', rule }, { rules: [] })).toBe('rule-fits');
  expect(refused(anAction(), { name: 'autoApprove', rule })).toBe('rule-fits');
  expect(refused(anAction({ type: 'risky' }), { name: 'autoApprove', rule })).toBe('rule-fits');
});
