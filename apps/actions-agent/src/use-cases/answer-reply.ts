import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { EditReading } from '../action-types/edit.ts';
import { readChoices } from '../domain/reply/choices.ts';
import type { EditWish } from '../domain/reply/edit-wish.ts';
import { type FirstReading, readReply } from '../domain/reply/read-reply.ts';
import type { Loaded, ReplyMeaning } from '../ports.ts';
import type { Core } from './core.ts';
import { approve, clarify, edit, reject } from './decide-by-reply.ts';
import { type AskedOne, findAsked, openQuestions, quotesQuestion } from './find-asked.ts';
import { meaningOfChoices, meaningOfEdit } from './meaning-of-choices.ts';
import { proposeChange } from './propose-change.ts';
import { questionOf } from './question-ref.ts';
import { type Answer, readWithModel } from './read-answer.ts';
import { readChange, wishOf } from './read-change.ts';
import { settleReply } from './settle-reply.ts';

/** What a reply says, before it is known what about. */
interface Said extends FirstReading {
  /** The change that it may ask for; null for a plain yes or no, and for what is no words. */
  readonly wish: EditWish | null;
}

const none: EditReading = { outcome: 'none' };
const command: ReplyMeaning = { takenFor: 'command', questions: [] };
const which: ReplyMeaning = { takenFor: 'which', questions: [] };

/**
 * What a person's answer leads to. Only a yes that is beyond doubt, to the version they saw, approves; whatever is in
 * doubt is asked again, at most twice; whatever came too late is told truthfully. Safe to call any number of times.
 */
export function createAnswerReply(core: Core) {
  const { ports, settings } = core;

  return async (event: ActionApprovalReply): Promise<void> => {
    if (event.reaction === '') return;
    const { replyText: text, buttonId, reaction, userId } = event;
    const first = readReply({ text, buttonId, reaction }, { secret: settings.buttonSecret, userId });
    if (buttonId !== undefined && first.button === null)
      return warn(event, 'a button that we did not sign for this person');
    const said = { ...first, wish: first.reading.intent === 'unclear' ? wishOf(event) : null };
    return (await namesQuestions(event, said)) ? undefined : answer(event, said);
  };

  /** Replies that say by number or code which questions they are about. */
  async function namesQuestions(event: ActionApprovalReply, said: Said): Promise<boolean> {
    const choices = said.wish === null ? null : readChoices(event.replyText);
    const about = said.wish?.about ?? null;
    if ((choices === null && about === null) || (await quotesQuestion(core, event))) return false;
    const open = await openQuestions(core, event.userId);
    if (choices !== null) return settled(event, await meaningOfChoices(core, event, choices, open), open);
    if (about === null || !(await isForOneOf(event, open, said))) return false;
    return settled(event, await meaningOfEdit(core, event, about), open);
  }

  async function settled(event: ActionApprovalReply, meaning: ReplyMeaning | null, open: readonly Loaded[]) {
    if (meaning !== null) await settleReply(core, event, meaning, open);
    return meaning !== null;
  }

  async function answer(event: ActionApprovalReply, said: Said): Promise<void> {
    const asked = await findAsked(core, event, said.button);
    switch (asked.found) {
      case 'foreign':
        return warn(event, "a reply to somebody else's action");
      case 'disagreement':
        return warn(event, 'a reply whose references disagree', { alert: 'reply_disagreement' });
      case 'none':
        return answerNone(event, said, []);
      case 'several':
        return (await isForOneOf(event, asked.open, said))
          ? settleReply(core, event, which, asked.open)
          : answerNone(event, said, asked.open);
      case 'one':
        return asked.unquoted ? answerUnquoted(event, asked, said) : answerOne(event, asked, said);
    }
  }

  function warn({ userId, inboundWamid }: ActionApprovalReply, what: string, more: object = {}): void {
    ports.log.warn({ security: true, userId, inboundWamid, ...more }, `${what}: ignored`);
  }

  /** Nothing that is asked is answered. Words that decide nothing are something new, unless they quote something. */
  async function answerNone(event: ActionApprovalReply, { reading }: Said, open: readonly Loaded[]): Promise<void> {
    if (event.reaction !== undefined) return;
    if (reading.intent !== 'unclear') return settleReply(core, event, which, open);
    if (event.replyToWamid === '') await settleReply(core, event, command, open);
  }

  /** A decision, or a change that the type of one of the open actions understands. */
  async function isForOneOf(event: ActionApprovalReply, open: readonly Loaded[], { reading, wish }: Said) {
    if (reading.intent !== 'unclear') return true;
    const changes = await Promise.all(open.map(({ action }) => readChange(core, event, action, unmistakable(wish))));
    return changes.some(({ outcome }) => outcome !== 'none');
  }

  async function answerUnquoted(event: ActionApprovalReply, { loaded }: AskedOne, said: Said): Promise<void> {
    const question = questionOf(loaded.action);
    const says = await intentOf(event, loaded, said);
    if (question === null || says === null) return settleReply(core, event, command, [loaded]);
    return settleReply(core, event, { takenFor: 'decision', questions: [{ ...question, says }] }, [loaded]);
  }

  async function intentOf(event: ActionApprovalReply, { action }: Loaded, { reading, wish }: Said) {
    if (reading.intent !== 'unclear') return reading.intent;
    const { outcome } = await readChange(core, event, action, unmistakable(wish));
    return outcome === 'none' ? null : 'edit';
  }

  async function answerOne(event: ActionApprovalReply, asked: AskedOne, said: Said): Promise<void> {
    const { action } = asked.loaded;
    const isOpen = action.status === 'awaiting_approval' || (action.status === 'pending' && action.approval === null);
    const change = await readChange(core, event, action, said.wish);
    if (change.outcome === 'changed') return edit(core, event, asked, change.changes);
    if (change.outcome === 'problem') return isOpen ? clarify(core, event, asked, change) : undefined;
    const read: Answer = said.wantsModel && isOpen ? await readWithModel(core, event, action) : said.reading;
    if (read.intent === 'approve') return approve(core, event, asked);
    if (read.intent === 'reject') return reject(core, event, asked);
    if (!isOpen) return;
    const proposed = said.wantsModel && read.hint === undefined ? await proposeChange(core, event, action) : none;
    if (proposed.outcome === 'changed') return edit(core, event, asked, proposed.changes);
    return clarify(core, event, asked, proposed.outcome === 'problem' ? proposed : read);
  }
}

/** Words that quote nothing must say that they mean a change: anything else may be a new wish. */
const unmistakable = (wish: EditWish | null) => (wish?.form === 'bare' ? null : wish);
