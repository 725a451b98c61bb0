import { type ActionApprovalReply, commandIngest } from '@intexuraos/contracts';
import type { Loaded, ReplyMeaning } from '../ports.ts';
import { askWhich } from './ask-which.ts';
import type { Core } from './core.ts';
import { approve, clarify, edit, reject } from './decide-by-reply.ts';
import { explain } from './explain-refusal.ts';
import { type AskedOne, couldMean } from './find-asked.ts';
import { questionOf } from './question-ref.ts';
import { readChange, wishOf } from './read-change.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';

const nothing: ReplyMeaning = { takenFor: 'nothing', questions: [] };

type Decided = ReplyMeaning['questions'][number];

/**
 * Carries out what a reply that quotes no question means. What is open changes, what a reply means does not: the meaning
 * that it was first given holds, however often it comes. `open` is what had to be read to find that out.
 */
export async function settleReply(
  core: Core,
  event: ActionApprovalReply,
  proposed: ReplyMeaning,
  open: readonly Loaded[],
): Promise<void> {
  const meaning: ReplyMeaning = proposed.takenFor === 'which' && open.length === 0 ? nothing : proposed;
  const { takenFor, questions } = await core.ports.replyMeanings.keep(evidenceOf(event), meaning);
  switch (takenFor) {
    case 'command':
      return passOn(core, event);
    case 'which':
      return open.length === 0 ? undefined : askWhich(core, event, open);
    case 'nothing':
      return sayNothingIsOpen(core, event);
    case 'decision':
      return carryOut(core, event, questions, open);
  }
}

/** Words that answer nothing are something new that the person wants. */
async function passOn({ ports }: Core, event: ActionApprovalReply): Promise<void> {
  const { userId, inboundWamid: externalId, replyText: text, timestamp } = event;
  if (externalId === undefined || text.trim() === '') return;
  const command = { type: 'command.ingest', userId, sourceType: 'whatsapp', externalId, text, timestamp } as const;
  await ports.publisher.publish(commandIngest, command);
}

const sayNothingIsOpen = (core: Core, event: ActionApprovalReply) =>
  say(core, {
    ...receipt(event, 'confirm', 'none'),
    text: 'There is no open question that this could answer. Nothing was changed.',
  });

/** One that fails does not keep the others from being done; the reply comes again and finds what is done. */
async function carryOut(
  core: Core,
  event: ActionApprovalReply,
  questions: readonly Decided[],
  open: readonly Loaded[],
): Promise<void> {
  const settled = await Promise.allSettled(questions.map((question) => carryOutOne(core, event, question, open)));
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function carryOutOne(
  core: Core,
  event: ActionApprovalReply,
  { actionId, version, askId, contentHash, says }: Decided,
  open: readonly Loaded[],
): Promise<void> {
  const loaded = open.find(({ action }) => action.id === actionId) ?? (await core.ports.actions.load(actionId));
  if (loaded === null || loaded.action.userId !== event.userId) return;
  const asked: AskedOne = { found: 'one', loaded, askId, version, unquoted: true };
  if (says === 'reject') return reject(core, event, asked);
  const { action } = loaded;
  const isWaiting = questionOf(action) !== null;
  const isAsSeen = action.version !== version || action.contentHash === contentHash;
  if (isWaiting && (says === 'show' || !isAsSeen || !couldMean(event, action)))
    return explain(core, event, loaded, 'repeated');
  if (says === 'show') return explain(core, event, loaded, 'too_late');
  return says === 'approve' ? approve(core, event, asked) : changeBy(core, event, asked);
}

async function changeBy(core: Core, event: ActionApprovalReply, asked: AskedOne): Promise<void> {
  const change = await readChange(core, event, asked.loaded.action, wishOf(event));
  if (change.outcome === 'changed') return edit(core, event, asked, change.changes);
  return clarify(core, event, asked, change.outcome === 'problem' ? change : {});
}
