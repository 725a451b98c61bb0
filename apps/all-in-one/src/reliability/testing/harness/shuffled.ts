import type { Random } from '@intexuraos/kernel';

/** The same in another order, each order as likely as any other. */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, place: random.fraction() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
