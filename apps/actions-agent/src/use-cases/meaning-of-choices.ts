import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { Choice } from '../domain/reply/choices.ts';
import type { Reference } from '../domain/reply/reference.ts';
import type { AskList, Loaded, QuestionRef, ReplyMeaning } from '../ports.ts';
import type { Core } from './core.ts';
import { listedMax } from './find-asked.ts';
import { listMeant, questionNamed } from './list-meant.ts';
import { questionOf } from './question-ref.ts';

type Decided = ReplyMeaning['questions'][number];

const which: ReplyMeaning = { takenFor: 'which', questions: [] };

/**
 * What decisions about questions that are named by their number in a list, or by their code, mean. Where one of them
 * names nothing, it is asked which, and nothing of it is done. Null: the reply is about something else.
 */
export async function meaningOfChoices(
  core: Core,
  event: ActionApprovalReply,
  choices: readonly Choice[] | 'unclear',
  open: readonly Loaded[],
): Promise<ReplyMeaning | null> {
  if (choices === 'unclear') return which;
  const needsList = choices.some(({ about }) => about.by !== 'code');
  const list = needsList ? await listMeant(core, event) : null;
  const named = await Promise.all(choices.map((choice) => decidedBy(core, event, choice, { list, open })));
  const questions = named.flatMap((each) => each ?? []);
  if (!named.includes(null)) return { takenFor: 'decision', questions };
  return choices.every(({ decision }) => decision === 'show') ? null : which;
}

/** What a wish for a change of one of several questions means. */
export async function meaningOfEdit(core: Core, event: ActionApprovalReply, about: Reference): Promise<ReplyMeaning> {
  const list = about.by === 'number' ? await listMeant(core, event) : null;
  const question = await questionNamed(core, event, about, list);
  if (question === null) return which;
  return { takenFor: 'decision', questions: [decided(question, 'edit')] };
}

interface Known {
  readonly list: AskList | null;
  readonly open: readonly Loaded[];
}

async function decidedBy(
  core: Core,
  event: ActionApprovalReply,
  { decision, about }: Choice,
  { list, open }: Known,
): Promise<readonly Decided[] | null> {
  if (about.by === 'all' || about.by === 'both') {
    const isWhole = list !== null && namesEverything(list, open) && (about.by === 'all' || open.length === 2);
    return isWhole ? list.entries.map((question) => decided(question, decision)) : null;
  }
  const question = await questionNamed(core, event, about, list);
  return question === null ? null : [decided(question, decision)];
}

const decided = ({ actionId, version, askId, contentHash }: QuestionRef, says: Decided['says']): Decided => ({
  actionId,
  version,
  askId,
  contentHash,
  says,
});

/** "All" is what the person was shown, only as long as that is all there is. */
function namesEverything({ entries }: AskList, open: readonly Loaded[]): boolean {
  if (open.length > listedMax || entries.length !== open.length) return false;
  const listed = new Set(entries.map(({ askId, contentHash }) => `${askId}|${contentHash}`));
  return open.every(({ action }) => listed.has(`${questionOf(action)?.askId}|${action.contentHash}`));
}
