import type { Action } from './action.ts';
import { whoDecided } from './decision.ts';
import { changed, differenceOf, type Facts } from './difference.ts';
import type { MessageKind } from './due.ts';

/** How a type speaks of its actions. */
export interface Wording {
  readonly verb: string;
  readonly facts: Facts;
}

export interface Rendering {
  readonly wording: Wording;
  /** How it was before the last edit; null when it was not edited since it was first asked about. */
  readonly previous: (Wording & { readonly title: string }) | null;
  /** What can be changed by a reply, by the names that people know. */
  readonly editable: readonly string[];
  /** Where the action can be seen, `https://…/#/inbox?action=<id>`. */
  readonly link: string;
  readonly webAppUrl: string;
}

const titleMax = 120;
const valueMax = 700;
const problemMax = 200;
const messageMax = 1_024;

/** Characters that could make a text look like something else: controls, bidirectional marks, zero-width ones. */
const misleading = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const shortened = (text: string, max: number) => {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
};

/** As it was written, without what could make it look like something else. */
export const plain = (text: string) => text.replaceAll(misleading, '');

/** One harmless line, whatever somebody wrote. */
export const shown = (text: string, max = valueMax) => shortened(plain(text).replaceAll(/\s+/g, ' ').trim(), max);

const titleOf = (action: Action) => shown(action.title, titleMax);
const factLines = ({ facts }: Wording) => facts.map(({ label, value }) => `${label}: ${shown(value)}`);

/** The longest that a line may be for all to fit: what short ones do not need is left to the long ones. */
function fairShare(lengths: readonly number[], room: number): number {
  let left = room;
  for (const [at, length] of lengths.toSorted((one, other) => one - other).entries()) {
    const share = Math.floor(left / (lengths.length - at));
    if (length > share) return share;
    left -= length;
  }
  return room;
}

/** One text that a messenger takes. No line pushes another out: a long title cannot hide who else is invited. */
function lines(...parts: readonly (string | null | readonly string[])[]): string {
  const all = parts.flat().filter((part) => part !== null);
  const share = fairShare(
    all.map((line) => [...line].length),
    messageMax - (all.length - 1),
  );
  return all.map((line) => shortened(line, share)).join('\n');
}

/** All that will be sent; after an edit, each changed part with what it was. */
function content(action: Action, { wording, previous }: Rendering): readonly string[] {
  if (previous === null || action.preparation?.status === 'failed') return [titleOf(action), ...factLines(wording)];
  const facts = differenceOf(previous.facts, wording.facts);
  return [
    ...(previous.verb === wording.verb ? [] : [`Instead of: ${previous.verb}`]),
    changed(shown(previous.title, titleMax), titleOf(action)),
    ...factLines({ ...wording, facts }),
  ];
}

/** A question with all that will be sent; where not all of it fits, it says so and where the rest is. */
function question(head: string, action: Action, rendering: Rendering, ...tail: readonly (string | null)[]): string {
  const body = content(action, rendering);
  const text = lines(head, body, ...tail);
  const values = [action.title, ...rendering.wording.facts.map(({ value }) => value)];
  const isWhole = values.every((value) => text.includes(shown(value, Number.POSITIVE_INFINITY)));
  return isWhole ? text : lines(head, body, `This is not all of it. Read the rest: ${rendering.link}`, ...tail);
}

function ask(action: Action, rendering: Rendering): string {
  const { wording, previous, link } = rendering;
  const problem = action.preparation?.status === 'failed' ? action.preparation.problem : null;
  const edited = previous === null ? '' : 'It changed. ';
  const repeated = action.attempts === 0 && action.epoch > 0 ? 'It failed before. ' : '';
  return question(
    `${edited}${repeated}${wording.verb}? #${action.ask?.code ?? ''}`,
    action,
    rendering,
    problem === null ? null : `Not possible yet: ${shown(problem, problemMax)}. Edit it: ${link}`,
    problem === null ? 'Reply yes or no, or tap a button.' : null,
  );
}

const confirmations: Partial<Record<Action['status'], (action: Action) => string>> = {
  pending: (action) => `Approved: ${titleOf(action)}. ${waitingNote(action)}`,
  processing: (action) => `Approved: ${titleOf(action)}. Working on it.`,
  rejected: (action) => `Rejected: ${titleOf(action)}. Nothing will be done.`,
};

function waitingNote({ nextAttemptAt, failure }: Action): string {
  if (failure !== null) return 'It did not work yet, and is tried again by itself.';
  return nextAttemptAt === null ? 'It will be done in a moment.' : `It will be done at ${minuteText(nextAttemptAt)}.`;
}

/** "2026-11-21 09:00 UTC" */
const minuteText = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const stringOf = (value: unknown) => (typeof value === 'string' ? value : null);

const absolute = (url: string, webAppUrl: string) =>
  url.startsWith('/') ? `${webAppUrl.replace(/\/$/, '')}${url}` : url;

/** Whoever was not asked learns why, and how to be asked. */
function ruleLine({ approval }: Action, webAppUrl: string): string | null {
  if (approval?.rule === undefined) return null;
  const { id, name } = approval.rule;
  const settings = absolute(`/#/settings?rule=${encodeURIComponent(id)}`, webAppUrl);
  return `Nobody was asked: your rule "${shown(name, titleMax)}" approved it. Stop it: ${settings}`;
}

function done(action: Action, { webAppUrl }: Rendering): string {
  const url = stringOf(action.result?.['resourceUrl']);
  const code = action.ask === null ? '' : ` #${action.ask.code}`;
  return lines(
    `Done${code}: ${titleOf(action)}`,
    stringOf(action.result?.['message']),
    url === null ? null : absolute(url, webAppUrl),
    ruleLine(action, webAppUrl),
  );
}

function failed(action: Action, { link, webAppUrl }: Rendering): string {
  const reason = shown(action.failure?.message ?? 'unknown reason');
  const rule = ruleLine(action, webAppUrl);
  if (action.outcome === 'unknown') {
    return lines(
      `It may or may not have happened: ${titleOf(action)}`,
      reason,
      `Please check, then decide: ${link}`,
      rule,
    );
  }
  if (typeof action.result?.['existingBookmarkId'] === 'string') {
    return lines(`You have that already: ${titleOf(action)}`, `Skip it or update it: ${link}`, rule);
  }
  return lines(`Failed: ${titleOf(action)}`, reason, `Try again or change it: ${link}`, rule);
}

const reports: Partial<Record<Action['status'], (action: Action, rendering: Rendering) => string>> = {
  completed: done,
  failed,
  pending: (action, { link }) =>
    `I cannot do "${shown(action.type, 40)}" yet: ${titleOf(action)}. Choose another type: ${link}`,
  archived: (action, { link }) => `Nobody answered in time, so nothing was done: ${titleOf(action)}. ${link}`,
};

/** A clarification can be answered like the question itself, so it shows the same facts. */
const clarify = (action: Action, rendering: Rendering) => {
  const { wording, editable, webAppUrl } = rendering;
  const problem = action.ask?.problem ?? null;
  const doubt =
    problem === null ? 'I did not understand that.' : `I cannot change that: ${shown(problem, problemMax)}.`;
  return question(
    `${doubt} ${wording.verb}? #${action.ask?.code ?? ''}`,
    action,
    rendering,
    'Please tap a button, or reply yes or no.',
    editHint(editable),
    action.ask?.hint === 'NO_MODEL_KEY'
      ? `To be understood in your own words, add a language-model key: ${absolute('/#/settings', webAppUrl)}`
      : null,
  );
};

const editHint = ([first, ...others]: readonly string[]) =>
  first === undefined
    ? null
    : `To change it, reply "edit: ${first} ..."${others.length === 0 ? '' : `, or ${others.join(', ')}`}.`;

/** The text of a due message about this action as it is now; null when it is no longer true, or not yet known. */
export function messageText(kind: MessageKind, action: Action, rendering: Rendering): string | null {
  const waiting = action.status === 'awaiting_approval' && action.preparation?.status !== 'pending';
  switch (kind) {
    case 'ask':
      return waiting ? ask(action, rendering) : null;
    case 'clarify':
      return waiting ? clarify(action, rendering) : null;
    case 'confirm':
      return confirmations[action.status]?.(action) ?? null;
    case 'report':
      return reports[action.status]?.(action, rendering) ?? null;
  }
}

const ended: Record<Exclude<Action['status'], 'awaiting_approval'>, string> = {
  completed: 'It was already done',
  failed: 'It was tried and failed',
  rejected: 'It was rejected',
  archived: 'It was archived',
  processing: 'It is being done right now',
  pending: 'It was approved already',
};

/** The truth for a person whose answer came too late to count, or cannot undo what may have happened. */
export function tooLateText(action: Action, { link }: Pick<Rendering, 'link'>): string {
  if (action.status === 'awaiting_approval')
    return lines(
      `It may have happened already, so it cannot be called off: ${titleOf(action)}.`,
      'A yes has it tried again; without one it stays as it is.',
      link,
    );
  const state = action.deletedAt === null ? ended[action.status] : 'It was deleted';
  return lines(`${state}: ${titleOf(action)}. Your answer changed nothing.`, whoDecided(action), link);
}
