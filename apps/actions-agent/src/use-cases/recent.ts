/** The values that were kept last, by their keys. */
export class Recent<T> {
  readonly #kept = new Map<string, T>();
  readonly #keptMax: number;

  constructor(keptMax: number) {
    this.#keptMax = keptMax;
  }

  get(key: string): T | null {
    return this.#kept.get(key) ?? null;
  }

  /** A map keeps the order in which keys came: the first one is the longest unused. */
  keep(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.size > this.#keptMax ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}
