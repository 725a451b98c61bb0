/** How far back figures are shown, in hours. */
export const spans = { day: 24, week: 168 } as const;
export type Span = keyof typeof spans;

const isSpan = (name: string): name is Span => name in spans;
export const spanNames: readonly Span[] = Object.keys(spans).filter(isSpan);
