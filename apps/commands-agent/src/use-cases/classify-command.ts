import { classificationOf } from '../domain/classification.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { Classification, Command } from '../domain/command.ts';
import { acceptModelAnswer } from '../domain/model-answer.ts';
import { readExplicit } from '../domain/read-explicit.ts';
import { readHint } from '../domain/read-hint.ts';
import type { Reading } from '../domain/reading.ts';
import type { TimesRead } from '../domain/times.ts';
import type { Ports } from '../ports.ts';

export type Classifying = Pick<Ports, 'localeOf' | 'readTimes' | 'askModel'>;
type WithTimes = (words: string) => TimesRead;

/** What was said outright, else what the person's language model reads, else the best guess of the rules. */
export async function classifyCommand(
  ports: Classifying,
  command: Pick<Command, 'userId' | 'text' | 'saidAt'>,
): Promise<Classification> {
  const locale = await ports.localeOf(command.userId);
  const timesOf: WithTimes = (words) =>
    locale === null ? untold(words) : ports.readTimes(words, { now: command.saidAt, ...locale });
  const reading = await read(ports, command.userId, cleanText(command.text), timesOf);
  return classificationOf(reading, timesOf(reading.words));
}

/** Nobody knows where the person is, so nobody knows what "at nine" is. */
const untold: WithTimes = (words) => ({ at: null, hasDay: false, hasClock: false, hasEnd: false, rest: words });

async function read({ askModel }: Classifying, userId: string, text: string, timesOf: WithTimes): Promise<Reading> {
  const explicit = readExplicit(text);
  if (explicit !== null) return explicit;
  const answer = await askModel(userId, text);
  const accepted = answer && acceptModelAnswer(text, answer);
  return accepted ?? readHint(text, timesOf(text));
}
