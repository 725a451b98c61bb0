/** What anybody may see of a key: never the key. */
export interface LlmKeyFacts {
  readonly provider: string;
  /** Null: the provider's own address. */
  readonly baseUrl: string | null;
  /** The last four characters; empty for a key so short that they would give it away. */
  readonly lastFour: string;
  readonly updatedAt: number;
  readonly lastUsedAt: number | null;
}

export interface NewLlmKey {
  readonly provider: string;
  readonly apiKey: string;
  readonly baseUrl: string | null;
}

const keyCharsShown = 4;
const keyCharsForShowing = 16;

export const lastFourOf = (apiKey: string) => (apiKey.length < keyCharsForShowing ? '' : apiKey.slice(-keyCharsShown));
