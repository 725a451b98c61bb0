import type { Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import type { Clock } from '@intexuraos/kernel';
import type { People } from '../../ports.ts';

const keptMs = 60_000;
const keptMax = 10_000;
const fallback = 'UTC';

/** Settings as user-service knows them, kept for a minute; UTC while it does not answer. */
export function createPeople(connect: Connect, clock: Clock): People {
  const kept = new Map<string, { readonly timeZone: string; readonly until: number }>();
  return {
    async timeZoneOf(userId) {
      const known = kept.get(userId);
      if (known !== undefined && known.until > clock.now()) return known.timeZone;
      const call = await connect(userService).settings(userId);
      if (call.kind === 'failed') return known?.timeZone ?? fallback;
      if (kept.size >= keptMax) kept.clear();
      kept.set(userId, { timeZone: call.data.timeZone, until: clock.now() + keptMs });
      return call.data.timeZone;
    },
  };
}
