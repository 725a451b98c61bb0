/** Lets those in this process who want the same thing follow each other, so that they need not race for it in the store. */
export interface Turns<T> {
  /** Works when all who came before for this key are done, with what the last of them made of it. */
  take(key: string, work: (before?: T) => Promise<T>): Promise<T>;
}

export function createTurns<T>(): Turns<T> {
  const last = new Map<string, Promise<T>>();
  return {
    async take(key, work) {
      const own = last.get(key)?.then(work, () => work()) ?? work();
      last.set(key, own);
      try {
        return await own;
      } finally {
        if (last.get(key) === own) last.delete(key);
      }
    },
  };
}
