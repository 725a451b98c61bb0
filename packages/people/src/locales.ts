import type { Locale } from '@intexuraos/contracts';
import type { Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import type { Clock } from '@intexuraos/kernel';

/** What a person changes in their settings holds for what they say next. */
const keptMs = 5_000;
const keptMax = 10_000;

/** Where people are and how they write, as user-service knows it; null while it does not answer and never has. */
export function createLocales(connect: Connect, clock: Clock): (userId: string) => Promise<Locale | null> {
  const kept = new Map<string, { readonly locale: Locale; readonly until: number }>();
  return async (userId) => {
    const known = kept.get(userId);
    if (known !== undefined && known.until > clock.now()) return known.locale;
    const call = await connect(userService).settings(userId);
    if (call.kind === 'failed') return known?.locale ?? null;
    if (kept.size >= keptMax) kept.clear();
    const { timeZone, language } = call.data;
    kept.set(userId, { locale: { timeZone, language }, until: clock.now() + keptMs });
    return { timeZone, language };
  };
}
