import { Id, NewAutoApprovalRule, Timestamp } from '@intexuraos/contracts';
import { z } from 'zod';
import type { Judged, Verdict } from '../domain/back-test.ts';
import { iso } from './action-view.ts';
import { endpoint } from './endpoint.ts';

const verdicts = ['approved', 'rejected', 'edited', 'rule', 'none'] as const satisfies readonly Verdict[];

const TriedAction = z.object({
  id: Id,
  type: z.string(),
  title: z.string(),
  confidence: z.number(),
  createdAt: Timestamp,
  /** What became of the question: the person's answer, an edit, a rule's approval, or nothing. */
  verdict: z.enum(verdicts),
});

const shownMax = 50;

const shown = (judged: readonly Judged[]): z.infer<typeof TriedAction>[] =>
  judged
    .toReversed()
    .slice(0, shownMax)
    .map(({ action: { id, type, title, confidence, createdAt }, verdict }) => ({
      id,
      type,
      title,
      confidence,
      createdAt: iso(createdAt),
      verdict,
    }));

const isAgainst = ({ verdict }: Judged) => verdict === 'rejected' || verdict === 'edited';

export const backTestRule = endpoint({
  method: 'POST',
  path: '/actions/auto-approval/back-test',
  auth: 'user',
  quota: 'mutation',
  summary:
    'What a rule would have approved of your last 500 actions of its types, and which of those you rejected or edited. Changes nothing.',
  input: z.strictObject({ rule: NewAutoApprovalRule }),
  output: z.object({
    looked: z.int(),
    isComplete: z.boolean(),
    /** How many the rule would have approved, by what became of them. */
    counts: z.record(z.enum(verdicts), z.int()),
    overCap: z.int(),
    /** Those that the person rejected or edited, newest first; at most 50. */
    against: z.array(TriedAction),
    others: z.array(TriedAction),
  }),
  handle: async ({ rule }, { app, caller }) => {
    const { approves, overCap, looked, isComplete } = await app.backTestRule(caller.userId, rule);
    const countOf = (verdict: Verdict) => approves.filter((judged) => judged.verdict === verdict).length;
    return {
      looked,
      isComplete,
      overCap,
      counts: {
        approved: countOf('approved'),
        rejected: countOf('rejected'),
        edited: countOf('edited'),
        rule: countOf('rule'),
        none: countOf('none'),
      },
      against: shown(approves.filter(isAgainst)),
      others: shown(approves.filter((judged) => !isAgainst(judged))),
    };
  },
});
