import type { JsonObject } from '@intexuraos/kernel';
import type { Classification, CommandType } from './command.ts';
import { withoutConnectors } from './lead-words.ts';
import type { MailWish } from './mail-wish.ts';
import { namesDay } from './read-hint.ts';
import type { Reading } from './reading.ts';
import type { TimesRead } from './times.ts';
import { titleOf } from './title.ts';

type Details = (times: TimesRead, reading: Reading) => JsonObject;

/**
 * What each type is told beside the words. A time goes along only where it is certain and whole: the receiver asks the
 * person for what is missing. Where an end is spoken too, calendar-agent reads both from the words.
 */
const details: Partial<Readonly<Record<CommandType, Details>>> = {
  todo: ({ at, hasDay }) => (at !== null && hasDay ? { dueDate: at.iso } : {}),
  reminder: ({ at }) => (at !== null && !at.isDay ? { remindAt: at.iso } : {}),
  calendar: ({ at, hasDay, hasEnd }) => (at !== null && !at.isDay && hasDay && !hasEnd ? { start: at.iso } : {}),
  link: (_times, { url }) => (url === null ? {} : { url }),
  operation: (_times, { mail }) => (mail === undefined ? {} : mailOperation(mail)),
};

/**
 * What is asked of actions-agent, from what was read. A time beside a day that only the rules' words know is left alone:
 * it would be taken for today's.
 */
export function classificationOf(reading: Reading, read: TimesRead): Classification {
  const { type, confidence, layer, words } = reading;
  const times = read.hasDay || !namesDay(words) ? read : { ...read, at: null };
  const title = titleOf(reading.title ?? chosenWords(reading, times)) || titleOf(words);
  return { type, confidence, layer, title, payload: { prompt: words, ...details[type]?.(times, reading) } };
}

/** Who it is for and which note it says is found out before the question; the account too. */
const mailOperation = ({ recipient, subject, says }: MailWish): JsonObject => {
  const stated = 'text' in says ? { subject: subject ?? titleOf(says.text), body: says.text } : {};
  return { action_type: 'send_email', recipient, payload: stated, ...('notes' in says && { notes: says.notes }) };
};

const untimed: ReadonlySet<CommandType> = new Set(['todo', 'reminder', 'calendar']);

/** A title says what, not when: the time stands beside it. */
function chosenWords({ type, layer, words, url }: Reading, times: TimesRead): string {
  if (type === 'link' && url !== null) return linkTitle(words, url);
  const said = untimed.has(type) && times.at !== null ? times.rest : words;
  return layer === 'phrase' ? withoutConnectors(said) : said;
}

/** What was said beside the address, else where it leads. */
function linkTitle(words: string, url: string): string {
  const said = words.replace(/(?:https?:\/\/|\bwww\.)\S+/gi, '').replace(/^[\s,.:;–—-]+|[\s,.:;–—-]+$/g, '');
  const { hostname, pathname } = new URL(url);
  return /[\p{L}\p{N}]/u.test(said) ? said : `${hostname}${pathname === '/' ? '' : pathname}`;
}
