import { setTimeout } from 'node:timers/promises';

const triesMax = 500;

/** Looks again until what is expected is so; throws when it does not become so within about five seconds. */
export async function eventually(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    if (await isSo()) return;
    await setTimeout(10);
  }
  throw new Error('it did not become so');
}
