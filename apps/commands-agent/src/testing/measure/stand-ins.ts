import type { Script } from '@intexuraos/llm/scripted-server';
import { failing, inTurn } from '@intexuraos/llm/troubles';
import { z } from 'zod';
import { type ModelType, modelTypes } from '../../domain/command.ts';
import type { LabelledCommand } from './labelled.ts';

/** Language models that are as bad as they can be, or as good: played by a real server. */
export type StandIn = 'answers the label' | 'answers a wrong type' | 'answers garbage' | 'answers late' | 'fails';

/** Longer than the deadline under which the stand-ins are asked. */
export const lateMs = 2_000;

const Data = z.object({ message: z.string() });
const messageOf = (user: string) => Data.parse(JSON.parse(user)).message;
const sure = (type: string, title: string) => ({ value: { type, confidence: 1, title } });

const garbage = inTurn([
  { content: 'link!!' },
  { content: '{"type":"link","confidence":1,"title":"a"}{"type":"link","confidence":1,"title":"b"}' },
  { content: '```json\n{"type":"link","confidence":1,"title":"fenced"}\n```' },
  { content: '{"type":"purchase","confidence":1,"title":""}' },
  { content: '{"type":"link","confidence":2,"title":""}' },
  { content: '{"type":"link","confidence":1,"title":"a","remindAt":"2020-01-01T00:00:00Z"}' },
  { content: '{"type":"link"}' },
  { content: '[{"type":"link","confidence":1,"title":"a"}]' },
  { content: null },
  { status: 200, body: 'link' },
]);

export function standIns(labelled: readonly LabelledCommand[]): ReadonlyArray<readonly [StandIn, Script]> {
  const labelOf = (text: string): ModelType =>
    modelTypes.find((type) => labelled.some((command) => command.text === text && command.label === type)) ?? 'note';
  const wrongOf = (text: string) => modelTypes[(modelTypes.indexOf(labelOf(text)) + 1) % modelTypes.length] ?? '';
  return [
    ['answers the label', ({ user }) => sure(labelOf(messageOf(user)), messageOf(user).slice(0, 50))],
    ['answers a wrong type', ({ user }) => sure(wrongOf(messageOf(user)), 'A title of my own')],
    ['answers garbage', garbage],
    ['answers late', () => ({ afterMs: lateMs, answer: sure('link', 'late') })],
    ['fails', failing()],
  ];
}
