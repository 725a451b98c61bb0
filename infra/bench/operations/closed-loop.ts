export interface Load {
  readonly callers: number;
  readonly calls: number;
}

/** Work by so many callers at once, each of whom begins anew when theirs is done. Resolves to what each took, in milliseconds. */
export async function closedLoop({ callers, calls }: Load, work: () => Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = [];
  let left = calls;
  const caller = async () => {
    while (left-- > 0) {
      const begin = performance.now();
      await work();
      took.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return took;
}

/** How long all of it took, by the call, in milliseconds. */
export async function perCall(load: Load, work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await closedLoop(load, work);
  return (performance.now() - begin) / load.calls;
}
