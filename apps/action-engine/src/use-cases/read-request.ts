import { AppError } from '@intexuraos/kernel';
import type { Performance } from '../domain/performance.ts';
import type { ActionEnginePorts } from '../ports.ts';

/** Throws NOT_FOUND, also for somebody else's. */
export async function readRequest(ports: ActionEnginePorts, userId: string, requestId: string): Promise<Performance> {
  const kept = await ports.performances.ofRequest(userId, requestId);
  if (kept === null) throw new AppError('NOT_FOUND', 'There is no such request');
  return kept.performance;
}
