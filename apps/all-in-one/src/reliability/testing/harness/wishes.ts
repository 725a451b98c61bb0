import { sizes } from '../sizes.ts';
import type { Wish } from './api.ts';

type Details = Pick<Wish, 'payload' | 'confidence'>;

/** Long enough to be asked and to answer in spite of a restart, on a machine that has much to do in a soak. */
const remindInMs = sizes.everyCrash ? 25_000 : 8_000;

/** For each action type something to wish for, sure to be asked about. */
const details: Readonly<Record<string, () => Details>> = {
  todo: () => ({ payload: { prompt: 'a to-do' } }),
  note: () => ({ payload: { prompt: 'a note', summary: 'short' } }),
  research: () => ({ payload: { prompt: 'which one lasts longest' } }),
  link: () => ({ payload: { url: 'https://example.com/page' }, confidence: 0.5 }),
  calendar: () => ({ payload: { prompt: 'lunch tomorrow at noon' } }),
  linear: () => ({ payload: { prompt: 'the door squeaks' } }),
  reminder: () => ({ payload: { remindAt: new Date(Date.now() + remindInMs).toISOString() } }),
};

export const wishTypes = Object.keys(details);

let wishes = 0;

/** A wish that nobody has had before. The same `name` makes the same command again, in this or another world. */
export function wishFor(type: string, name = `${process.pid}-${(wishes += 1)}`): Wish {
  const detailsOf = details[type];
  if (detailsOf === undefined) throw new Error(`nobody knows how to wish for a ${type}`);
  return { commandId: `test:${type}-${name}`, type, title: `A ${type} called ${name}`, ...detailsOf() };
}
