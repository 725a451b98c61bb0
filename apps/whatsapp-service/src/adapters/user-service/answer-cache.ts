import type { Clock } from '@intexuraos/kernel';

const knownForMs = 60_000;
const unknownForMs = 5_000;
const entriesMax = 10_000;

export interface AnswerCache<T> {
  /** The answer that is still believed, else the one that `ask` gives. Errors are not remembered. */
  through(key: string, ask: () => Promise<T | null>): Promise<T | null>;
}

/** Remembers answers, the negative ones only for a moment. Many that ask at once share one question. */
export function createAnswerCache<T>(clock: Clock): AnswerCache<T> {
  const answers = new Map<string, { readonly value: T | null; readonly until: number }>();
  const asking = new Map<string, Promise<T | null>>();

  function remember(key: string, value: T | null): void {
    answers.delete(key);
    answers.set(key, { value, until: clock.now() + (value === null ? unknownForMs : knownForMs) });
    const [oldest] = answers.keys();
    if (answers.size > entriesMax && oldest !== undefined) answers.delete(oldest);
  }

  async function askOnce(key: string, ask: () => Promise<T | null>): Promise<T | null> {
    try {
      const value = await ask();
      remember(key, value);
      return value;
    } finally {
      asking.delete(key);
    }
  }

  return {
    async through(key, ask) {
      const known = answers.get(key);
      if (known !== undefined && known.until > clock.now()) return known.value;
      const question = asking.get(key) ?? askOnce(key, ask);
      asking.set(key, question);
      return question;
    },
  };
}
