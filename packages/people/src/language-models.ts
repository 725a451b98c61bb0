import type { Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import type { Clock, Logger } from '@intexuraos/kernel';
import { createLanguageModel, type LanguageModel } from '@intexuraos/llm';
import { createPublicFetch } from '@intexuraos/public-web';
import { chooseKey } from './choose-key.ts';

export type ModelAccess =
  | { readonly outcome: 'found'; readonly model: LanguageModel }
  | { readonly outcome: 'no_key' }
  | { readonly outcome: 'failed' };

const defaultModel = 'gpt-5-mini';
/** What a person changes in their settings holds for what they say next. */
const keptMs = 5_000;
const keptMax = 1_000;

interface LanguageModelSettings {
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether a model on this very machine may be named; only on one machine. */
  readonly loopbackAllowed: boolean;
  /** For one answer; a short one unless said. */
  readonly deadlineMs?: number;
}

/** The language model of a person, with that person's own key and choice; asked for at most every five seconds. */
export function createLanguageModels(
  connect: Connect,
  { clock, log, loopbackAllowed, deadlineMs }: LanguageModelSettings,
) {
  const publicFetch = createPublicFetch({ loopbackAllowed });
  const kept = new Map<string, { readonly access: ModelAccess; readonly until: number }>();

  async function lookUp(userId: string): Promise<ModelAccess> {
    const client = connect(userService);
    const [keys, settings] = await Promise.all([client.llmKeys(userId), client.settings(userId)]);
    if (keys.kind === 'failed') {
      log.warn({ userId, code: keys.code }, 'no language-model key could be had');
      return { outcome: 'failed' };
    }
    if (keys.data.keys.length === 0) return { outcome: 'no_key' };
    // Without the settings nobody knows whom the person chose, and a text must not go to another one.
    if (settings.kind === 'failed') {
      log.warn({ userId, code: settings.code }, 'the choice of a language model could not be had');
      return { outcome: 'failed' };
    }
    const chosen = chooseKey(keys.data.keys, settings.data.llmPreferences?.defaultModel);
    if (chosen === null) return { outcome: 'no_key' };
    const { key, model = defaultModel } = chosen;
    void client.llmKeyUsed(userId, key.provider);
    const { apiKey, baseUrl } = key;
    const deadline = deadlineMs !== undefined && { deadlineMs };
    return {
      outcome: 'found',
      model: createLanguageModel({ apiKey, baseUrl, model, ...deadline, fetch: publicFetch }),
    };
  }

  return async (userId: string): Promise<ModelAccess> => {
    const known = kept.get(userId);
    if (known !== undefined && known.until > clock.now()) return known.access;
    const access = await lookUp(userId);
    if (access.outcome !== 'found') return access;
    if (kept.size >= keptMax) kept.clear();
    kept.set(userId, { access, until: clock.now() + keptMs });
    return access;
  };
}
