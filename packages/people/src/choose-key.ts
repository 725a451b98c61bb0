import { addressOf, hasOwnAddress, type LlmKey } from '@intexuraos/contracts';

type AddressedKey = LlmKey & { readonly baseUrl: string };

export interface ChosenKey {
  readonly key: AddressedKey;
  /** As the provider calls it; undefined: the person has not chosen one. */
  readonly model: string | undefined;
}

/**
 * The key that a person's choice of a model means: "groq/llama-4" is "llama-4" of groq where there is a key of groq. A
 * choice that names no provider goes to openai, or else to the first provider. Null: there is no key that can be used.
 */
export function chooseKey(keys: readonly LlmKey[], choice: string | undefined): ChosenKey | null {
  const usable = keys.flatMap(addressed);
  const [prefix, ...rest] = choice?.split('/') ?? [];
  const named = rest.length === 0 ? undefined : usable.find(({ provider }) => provider === prefix);
  if (named !== undefined) return { key: named, model: rest.join('/') };
  const key = usable.find(({ provider }) => hasOwnAddress(provider)) ?? usable[0];
  return key === undefined ? null : { key, model: choice };
}

function addressed(key: LlmKey): AddressedKey[] {
  const baseUrl = addressOf(key);
  return baseUrl === undefined ? [] : [{ ...key, baseUrl }];
}
