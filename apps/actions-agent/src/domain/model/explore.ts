/** One move of a model: what happened, and what the world is like afterwards. */
export interface Step<State> {
  readonly label: string;
  readonly to: State;
  /** The system does this by itself sooner or later; all other moves may never come. */
  readonly isOwn: boolean;
}

/** A world small enough to be searched completely. */
export interface Model<State> {
  readonly initial: readonly State[];
  /** Equal for states from which the same can happen. */
  keyOf(state: State): string;
  stepsFrom(state: State): Iterable<Step<State>>;
  /** The promise that is broken here, or null. */
  brokenIn(state: State): string | null;
  /** Nothing more has to happen: all is told, and at most a person is waited for. */
  isSettled(state: State): boolean;
}

export interface Violation {
  readonly promise: string;
  /** The shortest way there. */
  readonly trace: readonly string[];
}

export interface Exploration {
  readonly states: number;
  readonly steps: number;
  readonly violations: readonly Violation[];
}

interface Node<State> {
  readonly state: State;
  readonly parent: number;
  readonly label: string;
  readonly isBroken: boolean;
}

export const alwaysSettles = 'whatever happens, it gets to an end or to a person by itself';

/**
 * Visits every state, nearest first. Where `stopsAtFirst`, ends with the first broken promise; else finds the shortest
 * way to each. A state from which the system's own moves lead nowhere settled breaks `alwaysSettles`.
 */
export function explore<State>(model: Model<State>, { stopsAtFirst = false, statesMax = 3_000_000 } = {}): Exploration {
  const nodes: Node<State>[] = [];
  const known = new Map<string, number>();
  const leadsFrom: number[][] = [];
  const broken = new Map<string, number>();
  let steps = 0;

  function visit(state: State, parent: number, label: string): number {
    const key = model.keyOf(state);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    if (nodes.length >= statesMax) throw new Error(`more than ${statesMax} states`);
    const promise = model.brokenIn(state);
    const index = nodes.push({ state, parent, label, isBroken: promise !== null }) - 1;
    known.set(key, index);
    leadsFrom.push([]);
    if (promise !== null && !broken.has(promise)) broken.set(promise, index);
    return index;
  }

  for (const state of model.initial) visit(state, -1, 'start');
  for (const [index, { state, isBroken }] of nodes.entries()) {
    if (stopsAtFirst && broken.size > 0) break;
    if (isBroken) continue;
    for (const { label, to, isOwn } of model.stepsFrom(state)) {
      steps += 1;
      const reached = visit(to, index, label);
      if (isOwn) leadsFrom[reached]?.push(index);
    }
  }
  const stuck = stopsAtFirst && broken.size > 0 ? undefined : firstStuck(model, nodes, leadsFrom);
  if (stuck !== undefined) broken.set(alwaysSettles, stuck);
  const violations = [...broken].map(([promise, index]) => ({ promise, trace: traceTo(nodes, index) }));
  return { states: nodes.length, steps, violations };
}

/** The nearest state from which no way of the system's own leads to a settled one. */
function firstStuck<State>(
  model: Model<State>,
  nodes: readonly Node<State>[],
  leadsFrom: readonly number[][],
): number | undefined {
  const settles = nodes.map(({ state, isBroken }) => isBroken || model.isSettled(state));
  const open = [...settles.keys()].filter((index) => settles[index]);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const before of leadsFrom[index] ?? []) {
      if (settles[before]) continue;
      settles[before] = true;
      open.push(before);
    }
  }
  const stuck = settles.indexOf(false);
  return stuck === -1 ? undefined : stuck;
}

function traceTo<State>(nodes: readonly Node<State>[], end: number): readonly string[] {
  const labels: string[] = [];
  for (let at = nodes[end]; at !== undefined; at = nodes[at.parent]) labels.unshift(at.label);
  return labels;
}
