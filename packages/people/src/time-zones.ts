import type { Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import type { Clock } from '@intexuraos/kernel';

const keptMs = 60_000;
const keptMax = 10_000;

/** Where people are, as user-service knows it, kept for a minute; null while it does not answer. */
export function createTimeZones(connect: Connect, clock: Clock): (userId: string) => Promise<string | null> {
  const kept = new Map<string, { readonly timeZone: string; readonly until: number }>();
  return async (userId) => {
    const known = kept.get(userId);
    if (known !== undefined && known.until > clock.now()) return known.timeZone;
    const call = await connect(userService).settings(userId);
    if (call.kind === 'failed') return known?.timeZone ?? null;
    if (kept.size >= keptMax) kept.clear();
    kept.set(userId, { timeZone: call.data.timeZone, until: clock.now() + keptMs });
    return call.data.timeZone;
  };
}
