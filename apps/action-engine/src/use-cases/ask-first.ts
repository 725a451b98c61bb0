import { AppError } from '@intexuraos/kernel';
import {
  asked,
  ended,
  type NewPerformance,
  type Performance,
  postponed,
  waiting,
  waitsForAction,
} from '../domain/performance.ts';
import { digestOf } from '../domain/rendering.ts';
import type { ActionEnginePorts, KeptPerformance } from '../ports.ts';
import { usedKey } from './invalid.ts';
import { knownConnector } from './known-connector.ts';

/**
 * Writes a wish down and has its person asked; once they say yes it is performed as what they saw. When actions-agent
 * cannot be reached, a sweep asks it again.
 */
export async function askFirst(ports: ActionEnginePorts, wish: NewPerformance): Promise<Performance> {
  const digest = digestOf(wish.wished);
  const { added, kept } = await ports.performances.add(waiting(wish, digest, ports.clock.now()));
  if (!added && kept.performance.approval?.digest !== digest) throw usedKey();
  return (await requestApproval(ports, kept)).performance;
}

/** Has the action made that a performance waits for, unless it is there already. */
export async function requestApproval(ports: ActionEnginePorts, kept: KeptPerformance): Promise<KeptPerformance> {
  if (!waitsForAction(kept.performance)) return kept;
  const requested = await ports.requestApproval(kept.performance, titleOf(kept.performance));
  const now = ports.clock.now();
  switch (requested.outcome) {
    case 'requested':
      return write(ports, kept, asked(kept.performance, requested.actionId));
    case 'refused': {
      const failure = { code: requested.code, message: requested.message, retryAfterMs: null };
      return write(ports, kept, ended(kept.performance, { status: 'not_executed', failure }, now));
    }
    case 'failed':
      ports.log.warn(
        { performanceId: kept.performance.id, code: requested.code },
        'nobody could be asked yet; a sweep tries again',
      );
      return write(ports, kept, postponed(kept.performance, now));
  }
}

const titleOf = ({ wished: { platform, operation } }: Performance) =>
  `${knownConnector(platform).title}: ${operation.replaceAll('_', ' ')}`;

/** Somebody was faster: what they wrote is as good. */
async function write({ performances }: ActionEnginePorts, kept: KeptPerformance, next: Performance) {
  const written = (await performances.change(kept, next)) ?? (await performances.get(next.id));
  if (written === null) throw new AppError('INTERNAL_ERROR', 'A performance vanished while it was worked on');
  return written;
}
