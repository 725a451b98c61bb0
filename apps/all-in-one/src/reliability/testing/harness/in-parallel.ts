/** Works on all of them, so many at a time, and resolves to the results in order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      results.set(index, await work(item));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return [...results].toSorted(([one], [other]) => one - other).map(([, result]) => result);
}
