import { AppError } from '@intexuraos/kernel';
import type { Command } from '../domain/command.ts';
import type { Ports } from '../ports.ts';

const unknown = () => new AppError('NOT_FOUND', 'There is no such command');

/** Throws NOT_FOUND. */
export async function readCommand({ commands }: Ports, id: string): Promise<Command> {
  const kept = await commands.get(id);
  if (kept === null) throw unknown();
  return kept.command;
}

/** Somebody else's command is as unknown as one that does not exist. */
export async function readOwnCommand(ports: Ports, { id, userId }: { id: string; userId: string }): Promise<Command> {
  const command = await readCommand(ports, id);
  if (command.userId !== userId) throw unknown();
  return command;
}
