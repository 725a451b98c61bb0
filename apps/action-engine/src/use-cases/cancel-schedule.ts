import { AppError } from '@intexuraos/kernel';
import { cancelled } from '../domain/performance.ts';
import type { ActionEnginePorts } from '../ports.ts';

/** Nothing more comes of it. Throws NOT_FOUND, and CONFLICT for what has begun. */
export async function cancelSchedule(ports: ActionEnginePorts, userId: string, id: string): Promise<void> {
  if (await ports.schedules.remove(userId, id)) return;
  const kept = await ports.performances.get(id);
  if (kept === null || kept.performance.userId !== userId || kept.performance.runAt === null)
    throw new AppError('NOT_FOUND', 'There is no such schedule');
  const isOpen = kept.performance.status === 'accepted';
  const next = isOpen ? await ports.performances.change(kept, cancelled(kept.performance, ports.clock.now())) : null;
  if (next === null) throw new AppError('CONFLICT', 'It has begun, or ended already');
}
