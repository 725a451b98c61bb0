import { AppError } from '@intexuraos/kernel';
import { type Command, type NewCommand, newCommand } from '../domain/command.ts';
import type { Kept, Ports } from '../ports.ts';
import { carryOn } from './carry-on.ts';

export interface Taken {
  readonly created: boolean;
  readonly command: Command;
}

/**
 * Stores a command and has its action made; the same message again is the same command. When actions-agent cannot be
 * reached the command is stored all the same, and a sweep goes on with it. Throws CONFLICT when its id is another
 * message's.
 */
export async function takeCommand(ports: Ports, given: NewCommand): Promise<Taken> {
  const { created, kept } = await storeCommand(ports, given);
  try {
    return { created, command: await carryOn(ports, kept) };
  } catch (err) {
    ports.log.warn({ err, commandId: kept.command.id }, 'a command waits for the next sweep');
    return { created, command: (await ports.commands.get(kept.command.id))?.command ?? kept.command };
  }
}

/** As `takeCommand`, for an event: throws to have it delivered again. An id that is another message's is dropped. */
export async function ingestCommand(ports: Ports, given: NewCommand): Promise<void> {
  const stored = await storeCommand(ports, given).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    ports.log.error(
      { sourceType: given.sourceType, userId: given.userId },
      'two messages have one id; the later is dropped',
    );
    return null;
  });
  if (stored !== null) await carryOn(ports, stored.kept);
}

async function storeCommand(
  ports: Ports,
  given: NewCommand,
): Promise<{ readonly created: boolean; readonly kept: Kept }> {
  ports.crashPoint('before-command-stored');
  const { outcome, kept } = await ports.commands.create(newCommand(given, ports.clock.now()));
  if (outcome === 'created') ports.crashPoint('after-command-stored');
  else if (kept.command.userId !== given.userId || kept.command.text !== given.text) throw anotherMessage();
  return { created: outcome === 'created', kept };
}

const anotherMessage = () =>
  new AppError('CONFLICT', 'This id was used for another message', {
    details: [
      { path: 'externalId', message: 'expected the text and person that were sent with it before, or a new one' },
    ],
  });
