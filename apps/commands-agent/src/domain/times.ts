/** What a text says about when. */
export interface TimesRead {
  /** A day `2026-11-30`, or a moment with the zone's offset; null where none is named, or it is not clear which. */
  readonly at: { readonly iso: string; readonly isDay: boolean } | null;
  readonly hasDay: boolean;
  readonly hasClock: boolean;
  /** An end or a duration is named too. */
  readonly hasEnd: boolean;
  /** The words without those that say when. */
  readonly rest: string;
}
