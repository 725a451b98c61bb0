import { isPattern } from './corpus.ts';
import type { MeasuredLayer, MeasuredReply } from './measure.ts';

type Rule = (reply: MeasuredReply) => boolean;

/** What is counted, over which replies, and what it must be. */
interface Figure {
  readonly name: string;
  readonly over: Rule;
  readonly counts: Rule;
  readonly required?: string;
}

const wordCount = ({ text }: MeasuredReply) => text.trim().split(/\s+/).length;
const isDecidedRight: Rule = ({ intent, label }) => intent === label;
const isApproval: Rule = ({ label, compound }) => label === 'approve' && compound !== true;
const mustNotApprove: Rule = ({ label }) => label !== 'approve';
const approves: Rule = ({ intent }) => intent === 'approve';

export const falseApprovals: Figure = { name: 'false approvals', over: mustNotApprove, counts: approves, required: '0' };

export const plainFigures = {
  falseApprovals,
  vocabulary: {
    name: 'plain vocabulary rows decided, the right way',
    over: (reply) => reply.file === 'vocab.jsonl' && !isPattern(reply),
    counts: isDecidedRight,
    required: 'at least 90 %',
  },
  short: {
    name: 'non-compound approvals of at most 5 words read as approve',
    over: (reply) => isApproval(reply) && wordCount(reply) <= 5 && !isPattern(reply),
    counts: approves,
    required: 'at least 60 %',
  },
  reversed: {
    name: 'approvals read as reject',
    over: ({ label }) => label === 'approve',
    counts: ({ intent }) => intent === 'reject',
    required: '0',
  },
  rejections: {
    name: 'rejections read as reject',
    over: ({ label }) => label === 'reject',
    counts: ({ intent }) => intent === 'reject',
  },
} as const satisfies Record<string, Figure>;

const modelFigures: readonly Figure[] = [
  falseApprovals,
  { name: 'non-compound approvals read as approve', over: isApproval, counts: approves },
  { name: 'compound approvals read as approve', over: ({ compound, label }) => compound === true && label === 'approve', counts: approves },
  { name: 'rejections read as reject', over: ({ label }) => label === 'reject', counts: ({ intent }) => intent === 'reject' },
  { name: 'approvals read as reject', over: ({ label }) => label === 'approve', counts: ({ intent }) => intent === 'reject' },
];

export interface Share {
  readonly counted: number;
  readonly of: number;
}

export function shareOf(replies: readonly MeasuredReply[], { over, counts }: Figure): Share {
  const within = replies.filter(over);
  return { counted: within.filter(counts).length, of: within.length };
}

const shown = ({ counted, of }: Share) => (of === 0 ? '-' : `${counted} of ${of} (${((100 * counted) / of).toFixed(1)} %)`);

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function figureRows({ layer, replies }: MeasuredLayer, figures: readonly Figure[]) {
  const looked = replies.filter(({ heldOut }) => !heldOut);
  const heldOut = replies.filter((reply) => reply.heldOut);
  return figures.map((figure) => [
    layer,
    figure.name,
    ...[looked, heldOut, replies].map((part) => shown(shareOf(part, figure))),
    figure.required ?? '',
  ]);
}

function languageRows({ layer, replies }: MeasuredLayer) {
  const count = (language: string, rule: Rule) => replies.filter((reply) => reply.lang === language && rule(reply)).length;
  const read = (language: string, label: Rule, intent: string) => count(language, (reply) => label(reply) && reply.intent === intent);
  const yes: Rule = ({ label }) => label === 'approve';
  return [...new Set(replies.map(({ lang }) => lang))].sort().map((language) => [
    layer,
    language,
    ...['approve', 'reject', 'unclear'].map((intent) => read(language, yes, intent)),
    ...['approve', 'reject', 'unclear'].map((intent) => read(language, mustNotApprove, intent)),
  ]);
}
