import { describe, expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anAction, anActionIn, anAsk, noon } from '../testing/an-action.ts';
import { decided, dueKinds, refused, say } from '../testing/decided.ts';
import type { Preparation } from './action.ts';
import { approveOrAsk } from './next-step.ts';

const pending: Preparation = { status: 'pending', problem: null, reasoning: null, generatedAt: null };
const unclear = (action: Parameters<typeof anAsk>[0]) => say.clarify({ askId: anAsk(action).id });

describe('facts that are worked out anew', () => {
  test('no clarification goes out before them: a yes to it would be a yes to facts that nobody saw', () => {
    const edited = decided(anActionIn('awaiting_approval', { type: 'prepared' }), say.edit());
    expect(refused(edited, say.clarify({ askId: edited.ask?.id ?? '' }))).toBe('preparation-settled');
    const ready = decided(edited, say.prepared({ version: 2 }));
    expect(refused(ready, say.clarify({ askId: edited.ask?.id ?? '' }))).toBeNull();
  });

  test('the question of an edited reminder ends at the new time, not a day after the edit', () => {
    const edited = decided(anActionIn('awaiting_approval', { type: 'reminder' }), say.edit());
    expect(edited.ask?.expiresAt).toBe(noon + 24 * 3_600_000);
    const remindAt = noon + 3_600_000;
    const ready = decided(edited, say.prepared({ version: 2, facts: { remindAt } }));
    expect(ready.ask?.expiresAt).toBe(remindAt);
    expect(ready.dueAt).toBeLessThanOrEqual(remindAt + 1);
  });

  test('what a rule would approve is asked about when its facts are missing', () => {
    const failed = { status: 'failed', problem: 'no address', reasoning: null, generatedAt: null } as const;
    const action = anAction({ type: 'sure-prepared', preparation: failed });
    expect(approveOrAsk(action, aContext())).toEqual({ name: 'ask' });
    expect(refused(action, { name: 'ask' })).toBeNull();
    expect(refused({ ...action, preparation: pending }, { name: 'ask' })).toBe('preparation-settled');
  });
});

describe('what needs attention', () => {
  test('a question about what may have happened expires as that, even where it did not arrive', () => {
    const asked = decided(
      anActionIn('failed', { outcome: 'unknown', needsAttention: 'OUTCOME_UNKNOWN' }),
      say.askAgain(),
    );
    const key = asked.due.find((due) => due.key.startsWith('ask:'))?.key ?? '';
    const undelivered = decided(asked, { name: 'delivery', key, delivery: { status: 'failed' } });
    expect(undelivered.needsAttention).toBe('UNDELIVERED');
    const expired = decided(undelivered, { name: 'expire' }, { now: noon + 25 * 3_600_000 });
    expect(expired).toMatchObject({ status: 'failed', outcome: 'unknown', needsAttention: 'OUTCOME_UNKNOWN' });
  });

  test('an updated duplicate is settled, whatever was unknown before', () => {
    const duplicate = anActionIn('failed', {
      outcome: 'unknown',
      needsAttention: 'OUTCOME_UNKNOWN',
      result: { existingBookmarkId: 'b1' },
    });
    expect(decided(duplicate, say.updateDuplicate())).toMatchObject({
      status: 'completed',
      outcome: 'effect',
      needsAttention: null,
    });
  });
});

describe('a report that nobody told yet', () => {
  const failed = decided(anActionIn('processing'), say.fail());

  test.each([
    ['archived', say.archive()],
    ['deleted', say.delete()],
    ['edited', say.edit()],
    ['asked about again', say.askAgain()],
  ])('is not told once the action is %s: it would say something that is not so', (_, command) => {
    expect(dueKinds(failed)).toContain('report');
    expect(dueKinds(decided(failed, command))).not.toContain('report');
  });

  test('that a type is unsupported is not told once the type is another', () => {
    const noticed = decided(anAction({ type: 'unsupported' }), { name: 'unsupported' });
    expect(dueKinds(noticed)).toEqual(['event', 'report']);
    expect(dueKinds(decided(noticed, say.edit({ changes: { type: 'keyed' } })))).not.toContain('report');
  });
});

test('an unclear answer is counted on the question that it was given to', () => {
  const asked = anActionIn('awaiting_approval');
  expect(decided(asked, unclear(asked)).ask?.clarifications).toBe(1);
});
