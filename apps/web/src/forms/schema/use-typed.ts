import { useState } from 'react';
import type { Typed } from './schema-value.ts';

const nothing: Typed = {};

/** What is typed into a form, until it is forgotten. */
export function useTyped(initial: Typed = nothing) {
  const [typed, setTyped] = useState(initial);
  return {
    typed,
    type: (path: string, text: string) => setTyped((before) => ({ ...before, [path]: text })),
    forget: () => setTyped(nothing),
  };
}
