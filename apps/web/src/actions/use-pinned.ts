import { useState } from 'react';
import type { Action } from '../api/action.ts';

export interface Pinned {
  /** What the person sees, and so what a press is about. */
  readonly shown: Action;
  /** What it has become meanwhile; null while that is what they see. */
  readonly newer: Action | null;
  /** What they saw before they asked for the newer one. */
  readonly before: Action | null;
  /** Shows this from now on: it is what the person asked for, or what they made. */
  accept(action: Action): void;
}

/** Only a content that could be approved may change under the finger that is about to do it. */
const mustAsk = (shown: Action, present: Action) =>
  shown.contentHash !== present.contentHash && shown.can.includes('approve') && present.can.includes('approve');

/** Keeps what can be approved as the person saw it, until they ask to see what it has become. */
export function usePinned(present: Action): Pinned {
  const [shown, setShown] = useState(present);
  const [before, setBefore] = useState<Action | null>(null);
  if (shown.id !== present.id) {
    setShown(present);
    setBefore(null);
    return { shown: present, newer: null, before: null, accept: () => undefined };
  }
  const isHeld = mustAsk(shown, present);
  if (!isHeld && shown !== present) setShown(present);
  return {
    shown: isHeld ? shown : present,
    newer: isHeld ? present : null,
    before,
    accept(action) {
      setBefore(shown);
      setShown(action);
    },
  };
}
