import { isPattern } from './corpus.ts';
import type { MeasuredReply } from './measure.ts';

type Rule = (reply: MeasuredReply) => boolean;

/** What is counted, and over which replies. */
export interface Figure {
  readonly name: string;
  readonly over: Rule;
  readonly counts: Rule;
  /** What the specification asks for, where it does. */
  readonly required?: string;
}

export interface Share {
  readonly counted: number;
  readonly of: number;
}

const isApproval: Rule = ({ label }) => label === 'approve';
const isSimpleApproval: Rule = (reply) => isApproval(reply) && reply.compound !== true;
const isShort: Rule = ({ text }) => text.trim().split(/\s+/).length <= 5;
const approves: Rule = ({ intent }) => intent === 'approve';
const rejects: Rule = ({ intent }) => intent === 'reject';

export const falseApprovals: Figure = {
  name: 'false approvals, over all that is not labelled approve',
  over: (reply) => !isApproval(reply),
  counts: approves,
  required: '0',
};

export const plainVocabulary: Figure = {
  name: 'plain vocabulary rows, decided the right way',
  over: (reply) => reply.file === 'vocab.jsonl' && !isPattern(reply),
  counts: ({ intent, label }) => intent === label,
  required: 'at least 90 %',
};

export const shortApprovals: Figure = {
  name: 'non-compound approvals of five words or fewer, read as approve',
  over: (reply) => isSimpleApproval(reply) && isShort(reply) && !isPattern(reply),
  counts: approves,
  required: 'at least 60 %',
};

export const approvalsReversed: Figure = {
  name: 'approvals read as reject',
  over: isApproval,
  counts: rejects,
  required: '0',
};

const approvals: Figure = { name: 'non-compound approvals, read as approve', over: isSimpleApproval, counts: approves };

const compoundApprovals: Figure = {
  name: 'approvals that also ask or change something, read as approve',
  over: (reply) => isApproval(reply) && reply.compound === true,
  counts: approves,
};

const rejections: Figure = {
  name: 'rejections, read as reject',
  over: ({ label }) => label === 'reject',
  counts: rejects,
};

export const figuresWithoutModel = [
  falseApprovals,
  approvalsReversed,
  plainVocabulary,
  shortApprovals,
  approvals,
  rejections,
];
export const figuresWithModel = [falseApprovals, approvals, compoundApprovals, rejections];

export function shareOf(replies: readonly MeasuredReply[], { over, counts }: Figure): Share {
  const within = replies.filter(over);
  return { counted: within.filter(counts).length, of: within.length };
}
