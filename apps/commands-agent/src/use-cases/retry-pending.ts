import { isOpen, postponed } from '../domain/command.ts';
import type { Kept, Ports } from '../ports.ts';
import { carryOn } from './carry-on.ts';

export interface Swept {
  readonly looked: number;
  /** How many of them are still open. */
  readonly unsettled: number;
}

/** Each may be a question to a language model of up to eight seconds; all run at once. */
const commandsMax = 20;

/**
 * Finishes what a crash or an outage left unfinished. Bounded; what stays open moves back in the queue, so nothing
 * starves behind it.
 */
export async function retryPending(ports: Ports): Promise<Swept> {
  const due = await ports.commands.due(ports.clock.now(), commandsMax);
  const settled = await Promise.all(due.map((kept) => settles(ports, kept)));
  return { looked: due.length, unsettled: settled.filter((isSettled) => !isSettled).length };
}

async function settles(ports: Ports, kept: Kept): Promise<boolean> {
  try {
    const claimed = await ports.commands.replace(kept, postponed(kept.command, ports.clock.now()));
    if (claimed === null) return true;
    if (!isOpen(claimed.command)) ports.log.error({ commandId: kept.command.id }, 'a command was given up');
    return !isOpen(await carryOn(ports, claimed));
  } catch (err) {
    ports.log.warn({ err, commandId: kept.command.id }, 'a command is still open');
    return false;
  }
}
