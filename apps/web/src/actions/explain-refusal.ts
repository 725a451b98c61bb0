import type { Action, TimelineEvent } from '../api/action.ts';
import type { ActionsApi } from '../api/actions.ts';
import { isApiError } from '../api/api-error.ts';
import { texts } from '../texts.ts';

interface Circumstances {
  readonly actions: ActionsApi;
  readonly userId: string;
  readonly momentText: (iso: string) => string;
}

export interface Refusal {
  readonly text: string;
  /** The action as it really is; null when it is gone, undefined when nobody could say. */
  readonly action: Action | null | undefined;
}

const labelIn = (labels: Readonly<Record<string, string>>, name: string) => labels[name];

export const whoText = (by: string, channel: string, userId: string): string => {
  if (by === userId) return texts.you;
  return channel === 'system' || channel === 'policy' ? texts.theSystem : by;
};
export const howText = (channel: string): string => labelIn(texts.channels, channel) ?? channel;

/** Why a press changed nothing, as a sentence that is true: who was faster, with what, when. */
export async function explainRefusal(
  error: unknown,
  { id }: Action,
  { actions, userId, momentText }: Circumstances,
): Promise<Refusal> {
  if (!isApiError(error)) return { text: texts.problems.unexpected, action: undefined };
  if (error.status === 404) return { text: texts.refused.gone, action: null };
  const isRace = error.status === 409 || error.status === 412 || error.status === 428;
  if (!isRace) return { text: sentenceOf(error.code, error.message), action: undefined };
  try {
    const [action, events] = await Promise.all([actions.get(id, AbortSignal.timeout(10_000)), actions.timeline(id)]);
    if (error.status !== 409 && action.can.includes('approve')) return { text: texts.refused.stale, action };
    return { text: lostText(action, events, { userId, momentText }), action };
  } catch {
    return { text: error.message, action: undefined };
  }
}

const sentenceOf = (code: string, message: string) => (code === 'RATE_LIMITED' ? texts.problems.tooOften : message);

function lostText(
  action: Action,
  events: readonly TimelineEvent[],
  { userId, momentText }: Pick<Circumstances, 'userId' | 'momentText'>,
): string {
  const decisive = events.findLast(({ event }) => labelIn(texts.decisions, event) !== undefined);
  const decision = decisive && labelIn(texts.decisions, decisive.event);
  if (decisive === undefined || decision === undefined) return texts.refused.lostUnknown(texts.statuses[action.status]);
  const who = whoText(decisive.by, decisive.channel, userId);
  return texts.refused.lost(decision, who, howText(decisive.channel), momentText(decisive.at));
}
