/** What this process has told and not yet crossed off in the store: it rides on the action's next write. */
export interface ToldMarks {
  of(actionId: string): readonly string[];
  add(actionId: string, keys: readonly string[]): void;
  forget(actionId: string, keys: readonly string[]): void;
}

export function createToldMarks(): ToldMarks {
  const marks = new Map<string, Set<string>>();
  return {
    of: (actionId) => [...(marks.get(actionId) ?? [])],
    add(actionId, keys) {
      const known = marks.get(actionId) ?? new Set();
      for (const key of keys) known.add(key);
      marks.set(actionId, known);
    },
    forget(actionId, keys) {
      const known = marks.get(actionId);
      for (const key of keys) known?.delete(key);
      if (known?.size === 0) marks.delete(actionId);
    },
  };
}
