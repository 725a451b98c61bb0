import type { CorrectedCommand } from '@intexuraos/internal-clients/commands-agent';
import { commandIdOf } from '../domain/command.ts';
import type { Ports } from '../ports.ts';

/** Keeps an example to learn from. It is nobody's message, so no action comes of it. */
export async function keepCorrection({ corrections, clock }: Ports, example: CorrectedCommand) {
  const { userId, text, sourceType, correction } = example;
  const id = commandIdOf(example);
  await corrections.keep({ id, userId, text, ...correction, createdAt: clock.now() });
  return { id, text, sourceType };
}
