import type { Script } from '@intexuraos/llm/scripted-server';
import { failing, inTurn } from '@intexuraos/llm/troubles';
import { z } from 'zod';
import type { LabelledReply } from './corpus.ts';

/** Language models that are as bad as they can be, or as good: played by a real server. */
export type StandIn = 'approves everything' | 'answers the label' | 'answers garbage' | 'answers late' | 'fails';

/** Longer than the deadline under which the stand-ins are asked. */
export const lateMs = 2_000;

const sure = (intent: string) => ({ value: { intent, confidence: 1, reason: 'stand-in' } });

const garbage = inTurn([
  { content: 'APPROVE!!' },
  { content: 'The user approves this action.' },
  { content: '{"intent":"approve","confidence":1,"reason":"a"}{"intent":"approve","confidence":1,"reason":"b"}' },
  { content: '```json\n{"intent":"approve","confidence":1,"reason":"fenced"}\n```' },
  { content: '{"intent":"approved","confidence":1,"reason":""}' },
  { content: '{"intent":"approve","confidence":2,"reason":""}' },
  { content: '{"intent":"approve"}' },
  { content: '[{"intent":"approve","confidence":1,"reason":""}]' },
  { content: null },
  { status: 200, body: 'approve' },
]);

const Data = z.object({ reply: z.string() });

function answering(corpus: readonly LabelledReply[]): Script {
  const labels = new Map(corpus.map(({ text, label }) => [text, label]));
  return ({ user }) => sure(labels.get(Data.parse(JSON.parse(user)).reply) ?? 'unclear');
}

export const standIns = (corpus: readonly LabelledReply[]): ReadonlyArray<readonly [StandIn, Script]> => [
  ['approves everything', () => sure('approve')],
  ['answers the label', answering(corpus)],
  ['answers garbage', garbage],
  ['answers late', () => ({ afterMs: lateMs, answer: sure('approve') })],
  ['fails', failing()],
];
