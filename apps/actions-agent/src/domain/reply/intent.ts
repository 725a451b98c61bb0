export type Intent = 'approve' | 'reject' | 'unclear';

/** Which of the reading layers decided; `none` when nothing did. */
export type Layer = 'button' | 'reaction' | 'exact' | 'model' | 'none';

/** What a reply was read as, and why: the evidence kept with a decision. */
export interface Reading {
  readonly intent: Intent;
  readonly layer: Layer;
  /** For the log and the timeline; never the person's own words. */
  readonly reason: string;
  /** The reply looks like a yes that may not count by itself: offer buttons to confirm it. */
  readonly propose?: boolean;
}

export const unclear = (reason: string, layer: Layer = 'none'): Reading => ({ intent: 'unclear', layer, reason });
