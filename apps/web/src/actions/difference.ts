import type { Wording } from '../api/action.ts';

export interface ShownFact {
  readonly label: string;
  readonly value: string;
  /** Undefined while nothing changed; null where there was nothing before. */
  readonly was?: string | null;
}

export interface Difference {
  readonly title: { readonly now: string; readonly was?: string };
  readonly verb: { readonly now: string; readonly was?: string };
  readonly facts: readonly ShownFact[];
  /** What the version before said and this one does not. */
  readonly gone: readonly { readonly label: string; readonly value: string }[];
}

const changed = (now: string, before: string | undefined) =>
  before === undefined || before === now ? { now } : { now, was: before };

/** What is asked for, each changed line with what it said before. */
export function differenceOf(now: Wording, before: Wording | null): Difference {
  const known = new Map(before?.facts.map(({ label, value }) => [label, value]));
  const facts = now.facts.map(({ label, value }): ShownFact => {
    const was = before === null ? value : (known.get(label) ?? null);
    return was === value ? { label, value } : { label, value, was };
  });
  const labels = new Set(now.facts.map(({ label }) => label));
  return {
    title: changed(now.title, before?.title),
    verb: changed(now.verb, before?.verb),
    facts,
    gone: before?.facts.filter(({ label }) => !labels.has(label)) ?? [],
  };
}

export const isDifferent = ({ title, verb, facts, gone }: Difference): boolean =>
  title.was !== undefined || verb.was !== undefined || gone.length > 0 || facts.some(({ was }) => was !== undefined);
