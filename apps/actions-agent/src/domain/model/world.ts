import type { Action } from '../action.ts';
import { createAction } from '../create.ts';
import { plainAction } from './plain-action.ts';
import type { Changed, Job, Reducer } from './reducer.ts';
import { type ModelType, modelContext } from './types.ts';

/** A question, or its clarification, as it was sent. */
export interface Question {
  readonly key: string;
  readonly askId: string;
  readonly version: number;
  readonly round: number;
  /** Version and hash of the content whose facts it shows. */
  readonly shows: string;
}

export interface Reply {
  readonly says: 'yes' | 'no' | 'unclear';
  readonly evidence: string;
  /** What it quotes or whose button it is; null for words that quote nothing. */
  readonly quotes: Question | null;
  /** What the person had seen and meant, by version and hash. */
  readonly meant: string;
  /** The last question that had come before this was said. */
  readonly round: number;
  readonly isLate: boolean;
}

/** Messages on their way. They may be overtaken, and come again. */
export type Mail =
  | { readonly kind: 'created'; readonly id: string; readonly version: number }
  | { readonly kind: 'question'; readonly id: string; readonly question: Question }
  | { readonly kind: 'reply'; readonly id: string; readonly reply: Reply };

/** A claimed run: everything that is known when the target is called. */
export interface Run {
  readonly epoch: number;
  readonly key: string;
  readonly isAsApproved: boolean;
}

/** A handler under way. Between its steps anything may happen, its end included. */
export type Worker = { readonly from: Mail | null } & (
  | Writer
  | { readonly at: 'prepare'; readonly version: number }
  | { readonly at: 'call'; readonly run: Run }
);

/** Has read, decided and not yet written; once somebody else wrote, it is not fresh and reads again. */
export interface Writer {
  readonly at: 'write';
  readonly job: Job;
  readonly next: Changed;
  readonly isFresh: boolean;
  readonly yes: Yes | null;
}

/** A person's yes on its way to being written. */
export type Yes = Pick<Reply, 'evidence' | 'meant' | 'isLate'> & {
  readonly askId: string | null;
  /** Its ask is known from a button or a quoted message, not from what was open when it came. */
  readonly isQuoted: boolean;
};

/** What the system does not do by itself. */
export type Chance =
  | ('crash' | 'twice' | 'lease' | 'fault' | 'undelivered' | 'expiry')
  | ('yes' | 'no' | 'unclear' | 'unquoted' | 'web')
  | ('edit' | 'retype' | 'end' | 'retry')
  | 'careless';

/** How often each may happen; what is not named never does. */
export type Limits = { readonly [chance in Chance]?: number };

export interface World {
  readonly action: Action;
  readonly mail: readonly Mail[];
  readonly workers: readonly Worker[];
  /** What the person has on their phone, oldest first. */
  readonly seen: readonly Question[];
  /** What the person has on a web page, and whether its ETag still stands for that. */
  readonly page: { readonly shows: string; readonly version: number; readonly isCurrent: boolean } | null;
  /** How reading the facts of one version goes from now on; null while it goes as it should. */
  readonly facts: { readonly version: number; readonly are: 'missing' | 'unreadable' } | null;
  /** What the target has really done, by key. */
  readonly effects: readonly string[];
  /** Evidence that an approval was made on. */
  readonly counted: readonly string[];
  /** How many second effects the person has put up with. */
  readonly risksTaken: number;
  readonly left: Limits;
  readonly broken: string | null;
}

export const contentOf = ({ version, contentHash }: Action) => `${version}:${contentHash.slice(0, 8)}`;

/** The world in which one action has just been created. */
export function newWorld(type: ModelType, left: Limits, reducer: Reducer): World {
  const action = createAction(
    {
      id: 'a',
      userId: 'anna',
      commandId: 'c',
      ordinal: 0,
      type,
      title: 't1',
      confidence: 1,
      payload: {},
      origin: { kind: 'command', id: 'c' },
      requestHash: '',
    },
    modelContext,
  );
  return {
    action: reducer.same(plainAction(action)),
    mail: [],
    workers: [],
    seen: [],
    page: null,
    facts: null,
    effects: [],
    counted: [],
    risksTaken: 0,
    left,
    broken: null,
  };
}

/** What a worker may still do, as text. A fresh one will write what follows from the present action. */
function workerKey(worker: Worker, reducer: Reducer, writesBlindly: boolean): string {
  const from = worker.from?.id ?? '';
  if (worker.at === 'prepare') return `p${worker.version}<${from}`;
  if (worker.at === 'call') return `c${worker.run.epoch}${worker.run.key}${worker.run.isAsApproved}<${from}`;
  const next = writesBlindly ? reducer.numberOf(worker.next.action) : '';
  return `w${worker.job.name}${worker.isFresh}${next}<${from}`;
}

const inOrder = (names: readonly string[]): string => (names.length < 2 ? names : names.toSorted()).join();

export function worldKey(world: World, reducer: Reducer, writesBlindly = false): string {
  const { page, facts, left, action } = world;
  const mail = inOrder(world.mail.map(({ id }) => id));
  const workers = inOrder(world.workers.map((worker) => workerKey(worker, reducer, writesBlindly)));
  const seen = world.seen.map(({ key, shows }) => key + shows).join();
  const shown = page === null ? '' : page.shows + page.isCurrent;
  const reading = facts === null ? '' : facts.version + facts.are;
  const done = `${world.effects.join()}|${inOrder(world.counted)}|${world.risksTaken}|${world.broken}`;
  return `${reducer.numberOf(action)}|${mail}|${workers}|${seen}|${shown}|${reading}|${done}|${Object.values(left).join('')}`;
}
