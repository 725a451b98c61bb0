import type { Topic } from '@intexuraos/contracts';
import type { Random } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Door } from './door.ts';
import { chance, type FaultPlan } from './plan.ts';

export interface Letter {
  readonly topic: string;
  readonly event: object;
  delivering: boolean;
}

/** At-least-once, unordered: the simulation picks what is delivered next, how often, and what comes back. */
export interface Bus {
  readonly letters: Letter[];
  publisherThrough(door: Door, plan: () => FaultPlan): Publisher;
  add(topic: string, event: object): void;
  /** Takes a letter off; now and then a copy of it stays, as at-least-once allows. */
  acknowledge(letter: Letter, duplicates: number): void;
}

export function createBus(random: Random): Bus {
  const letters: Letter[] = [];
  const add = (topic: string, event: object) => letters.push({ topic, event, delivering: false });
  return {
    letters,
    add,
    publisherThrough: (door, plan) => ({
      publish: <E extends object>(topic: Topic<E>, event: E) =>
        door.pass(plan(), async () => void add(topic.event, event)),
    }),
    acknowledge(letter, duplicates) {
      if (chance(random, duplicates)) {
        letter.delivering = false;
        return;
      }
      const at = letters.indexOf(letter);
      if (at >= 0) letters.splice(at, 1);
    },
  };
}
