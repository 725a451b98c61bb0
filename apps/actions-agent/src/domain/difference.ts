/** What a person is shown of an action, line by line. */
export type Facts = readonly { readonly label: string; readonly value: string }[];

const oldMax = 40;

const shortened = (text: string) => ([...text].length <= oldMax ? text : `${[...text].slice(0, oldMax - 1).join('')}…`);

const valueOf = (facts: Facts, label: string) => facts.find((fact) => fact.label === label)?.value;

/** The present facts, each changed one with what it was: "Due: Monday → Friday". What is gone is shown as gone. */
export function differenceOf(before: Facts, now: Facts): Facts {
  const gone = before.filter(({ label }) => valueOf(now, label) === undefined);
  return [
    ...now.map(({ label, value }) => ({ label, value: changed(valueOf(before, label), value) })),
    ...gone.map(({ label, value }) => ({ label, value: `${shortened(value)} → none` })),
  ];
}

/** One value with what it was, where that is something else. */
export function changed(before: string | undefined, now: string): string {
  if (before === now) return now;
  return `${before === undefined ? 'none' : shortened(before)} → ${now}`;
}
