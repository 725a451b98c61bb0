/** At most so many calls at once per name, so that a platform that hangs holds up nobody but itself. */
export function createBulkhead(callsMax: number) {
  const running = new Map<string, number>();
  return {
    /** What lets the next one in, or null when there is no room. */
    enter(name: string): (() => void) | null {
      const calls = running.get(name) ?? 0;
      if (calls >= callsMax) return null;
      running.set(name, calls + 1);
      return () => {
        const left = (running.get(name) ?? 1) - 1;
        if (left === 0) running.delete(name);
        else running.set(name, left);
      };
    },
  };
}
