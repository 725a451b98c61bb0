import { hasOwnAddress, type LlmKey } from '@intexuraos/contracts';

export interface ChosenKey {
  readonly key: LlmKey;
  /** As the provider calls it; undefined: the person has not chosen one. */
  readonly model: string | undefined;
}

/**
 * The key that a person's choice of a model means: "groq/llama-4" is "llama-4" of groq where there is a key of groq. A
 * choice that names no provider goes to openai, or else to the first provider. Null: there is no key that can be used.
 */
export function chooseKey(keys: readonly LlmKey[], choice: string | undefined): ChosenKey | null {
  const usable = keys.filter(({ provider, baseUrl }) => baseUrl !== undefined || hasOwnAddress(provider));
  const [prefix, ...rest] = choice?.split('/') ?? [];
  const named = rest.length === 0 ? undefined : usable.find(({ provider }) => provider === prefix);
  if (named !== undefined) return { key: named, model: rest.join('/') };
  const key = usable.find(({ provider }) => hasOwnAddress(provider)) ?? usable[0];
  return key === undefined ? null : { key, model: choice };
}
