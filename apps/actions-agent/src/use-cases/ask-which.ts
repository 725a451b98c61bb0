import type { ActionApprovalReply } from '@intexuraos/contracts';
import { uuidFromName } from '@intexuraos/kernel';
import type { Action } from '../domain/action.ts';
import { shown } from '../domain/wording.ts';
import type { AskList, Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { explain } from './explain-refusal.ts';
import { listedMax } from './find-asked.ts';
import { questionOf } from './question-ref.ts';
import { renderingOf } from './render.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';

/** More would be a flood; the list names the others. */
const repeatedMax = 3;

const keyStart = 'clarify:list-';

/** The list that a message of this key is; null for any other message. */
export const listIdOf = (messageKey: string): string | null =>
  messageKey.startsWith(keyStart) ? (messageKey.slice(keyStart.length).split(':')[0] ?? null) : null;

/**
 * Asks which of several open questions a reply means: a numbered list, kept so that its numbers stand for the questions
 * as they are now, and the first few questions themselves with their buttons. The same reply gets the same list.
 */
export async function askWhich(core: Core, event: ActionApprovalReply, open: readonly Loaded[]): Promise<void> {
  const list = await core.ports.askLists.keep(listFor(core, event, open.slice(0, listedMax)));
  const rows = list.entries.map(({ line }, at) => `${at + 1}. ${line}`);
  const text = ['Which one do you mean?', ...rows, howToAnswer(list.entries.length)].join('\n');
  await say(core, { ...receipt(event, 'clarify', 'list'), key: `${keyStart}${list.id}:0:0`, text });
  const listed = new Set(list.entries.slice(0, repeatedMax).map(({ askId }) => askId));
  for (const loaded of open)
    if (listed.has(loaded.action.ask?.id ?? '')) await explain(core, event, loaded, 'repeated');
}

function listFor(core: Core, event: ActionApprovalReply, open: readonly Loaded[]): AskList {
  const entries = open.flatMap(({ action }) => {
    const question = questionOf(action);
    return question === null ? [] : [{ ...question, line: lineOf(core, action) }];
  });
  return {
    id: uuidFromName(`list|${event.userId}|${evidenceOf(event)}`),
    userId: event.userId,
    createdAt: core.ports.clock.now(),
    sentAt: null,
    wamid: null,
    entries,
  };
}

const lineOf = (core: Core, action: Action) =>
  `#${action.ask?.code ?? ''} ${renderingOf(action, core.settings).wording.verb}: ${shown(action.title, 60)}`;

const howToAnswer = (count: number) =>
  count > 1
    ? 'Quote a question, tap its button, or reply for example "approve 1, reject 2" or "1 edit: title ...".'
    : 'Tap its button, or reply "approve 1", "reject 1" or "1 edit: title ...".';
