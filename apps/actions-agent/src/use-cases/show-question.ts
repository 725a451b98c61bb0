import { repeatKey } from '../domain/ask.ts';
import { messageText } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { buttonsOf, renderingOf } from './render.ts';
import { say } from './say.ts';

interface Showing {
  /** Names the occasion: for the same one a question is shown once. */
  readonly occasion: string;
  readonly replyTo?: string | undefined;
  /** A line before the question. */
  readonly preface?: string | undefined;
}

/** Shows the present question of an action once more, with its buttons; nothing if there is none. */
export async function showQuestion(core: Core, { action }: Loaded, showing: Showing): Promise<void> {
  const text = messageText('ask', action, renderingOf(action, core.settings));
  if (text === null) return;
  await say(core, {
    userId: action.userId,
    key: repeatKey(action, showing.occasion),
    correlationId: `action-${action.type}-approval-${action.id}`,
    replyTo: showing.replyTo,
    text: [...(showing.preface === undefined ? [] : [showing.preface]), text].join('\n'),
    buttons: buttonsOf(action, core.settings),
  });
}
