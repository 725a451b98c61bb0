import { AppError } from '@intexuraos/kernel';
import { cleanText } from '../domain/clean-text.ts';
import { acted, type Command, classified, type Failure, failed, isOpen } from '../domain/command.ts';
import { smallTalkIn } from '../domain/small-talk.ts';
import type { SmallTalk } from '../domain/vocabulary/vocabulary.ts';
import type { Kept, Ports } from '../ports.ts';
import { answerSmallTalk } from './answer-small-talk.ts';
import { classifyCommand } from './classify-command.ts';

/**
 * Takes a stored command on until its action is made, and gives back how it stands. What was classified is written
 * before anybody is asked for an action, so each try asks for the same. Throws UNAVAILABLE when that is for later.
 */
export async function carryOn(ports: Ports, kept: Kept): Promise<Command> {
  if (!isOpen(kept.command)) return kept.command;
  if (kept.command.classification !== null) return request(ports, kept);
  const text = cleanText(kept.command.text).trim();
  if (text === '') return close(ports, kept, { code: 'EMPTY', message: 'There is nothing in it' });
  const smallTalk = smallTalkIn(text);
  if (smallTalk !== null) return chat(ports, kept, smallTalk);
  const ready = await classify(ports, kept);
  return isOpen(ready.command) ? request(ports, ready) : ready.command;
}

/** Answered before that is written down, so that it is answered after a crash: the same answer is sent once. */
async function chat(ports: Ports, kept: Kept, smallTalk: SmallTalk): Promise<Command> {
  ports.crashPoint('before-small-talk-answered');
  await answerSmallTalk(ports, kept.command, smallTalk);
  ports.crashPoint('after-small-talk-answered');
  return close(ports, kept, { code: 'SMALL_TALK', message: 'Nothing is asked for in it' });
}

async function classify(ports: Ports, kept: Kept): Promise<Kept> {
  const classification = await classifyCommand(ports, kept.command);
  ports.crashPoint('before-command-classified');
  const written = await write(ports, kept, (command) =>
    command.classification === null ? classified(command, classification, ports.clock.now()) : command,
  );
  ports.crashPoint('after-command-classified');
  return written;
}

async function request(ports: Ports, kept: Kept): Promise<Command> {
  ports.crashPoint('before-action-requested');
  const requested = await ports.requestAction(kept.command);
  ports.crashPoint('after-action-requested');
  switch (requested.outcome) {
    case 'requested':
      return note(ports, kept, requested.actionId);
    case 'refused':
      ports.log.error({ commandId: kept.command.id, code: requested.code }, 'no action will come of a command');
      return close(ports, kept, { code: requested.code, message: requested.message });
    case 'failed':
      throw new AppError('UNAVAILABLE', `The action could not be made yet: ${requested.code}`);
  }
}

async function note(ports: Ports, kept: Kept, actionId: string): Promise<Command> {
  ports.crashPoint('before-action-noted');
  const { command } = await write(ports, kept, (open) => acted(open, actionId, ports.clock.now()));
  ports.crashPoint('after-action-noted');
  return command;
}

/** No action will come of it. */
const close = async (ports: Ports, kept: Kept, failure: Failure): Promise<Command> =>
  (await write(ports, kept, (command) => failed(command, failure, ports.clock.now()))).command;

/** Others may work on the same command: the change is made to what is there now, and only while it is open. */
async function write(ports: Ports, kept: Kept, change: (command: Command) => Command): Promise<Kept> {
  if (!isOpen(kept.command)) return kept;
  const next = change(kept.command);
  if (next === kept.command) return kept;
  const written = await ports.commands.replace(kept, next);
  if (written !== null) return written;
  const current = await ports.commands.get(kept.command.id);
  if (current === null) throw new AppError('INTERNAL_ERROR', 'A command vanished while it was worked on');
  return write(ports, current, change);
}
