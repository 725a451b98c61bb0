import type { JsonObject } from '@intexuraos/kernel';

/** What a language model may say. Whom a mail goes to and what it says is read by rules alone. */
export const modelTypes = ['todo', 'research', 'note', 'link', 'calendar', 'reminder', 'linear'] as const;
export type ModelType = (typeof modelTypes)[number];

/** What a command can ask for: the action types of actions-agent that can be read out of words. */
export const commandTypes = [...modelTypes, 'operation'] as const;
export type CommandType = (typeof commandTypes)[number];

/** What decided the type. `hint` and `none` are guesses of the rules, made where no language model decided. */
export const layers = ['prefix', 'phrase', 'url', 'model', 'hint', 'none'] as const;
export type Layer = (typeof layers)[number];

/** What is asked of actions-agent. Kept, so that each try asks the same. */
export interface Classification {
  readonly type: CommandType;
  readonly confidence: number;
  readonly layer: Layer;
  readonly title: string;
  readonly payload: JsonObject;
}

/** Why no action will come of a command. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export interface Command {
  /** `{sourceType}:{externalId}`. */
  readonly id: string;
  readonly userId: string;
  readonly sourceType: string;
  readonly externalId: string;
  /** As the person wrote it. */
  readonly text: string;
  /** When they wrote it: "tomorrow" is counted from here. */
  readonly saidAt: number;
  readonly classification: Classification | null;
  readonly actionId: string | null;
  readonly failure: Failure | null;
  /** How often a sweep has taken it up. */
  readonly attempts: number;
  /** When a sweep takes it up; null when nothing is left to do. */
  readonly dueAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly schemaVersion: 1;
}

export type NewCommand = Pick<Command, 'userId' | 'sourceType' | 'externalId' | 'text' | 'saidAt'>;

/** Longer than one try can take: a sweep leaves alone what is probably under way. */
const firstSweepMs = 60_000;
const pauseMsMax = 60 * 60_000;
/** About nine hours. */
const attemptsMax = 15;

export const commandIdOf = ({ sourceType, externalId }: Pick<Command, 'sourceType' | 'externalId'>) =>
  `${sourceType}:${externalId}`;

export const newCommand = (given: NewCommand, now: number): Command => ({
  ...given,
  id: commandIdOf(given),
  classification: null,
  actionId: null,
  failure: null,
  attempts: 0,
  dueAt: now + firstSweepMs,
  createdAt: now,
  updatedAt: now,
  schemaVersion: 1,
});

/** Whether an action may still have to be made. */
export const isOpen = ({ actionId, failure }: Command) => actionId === null && failure === null;

export const classified = (command: Command, classification: Classification, now: number): Command => ({
  ...command,
  classification,
  updatedAt: now,
});

export const acted = (command: Command, actionId: string, now: number): Command => ({
  ...command,
  actionId,
  dueAt: null,
  updatedAt: now,
});

export const failed = (command: Command, failure: Failure, now: number): Command => ({
  ...command,
  failure,
  dueAt: null,
  updatedAt: now,
});

const givenUp: Failure = { code: 'GIVEN_UP', message: 'No action could be made of it for hours' };

/** Claimed for one more try; should that come to nothing, the next one is later, and after the last one there is none. */
export function postponed(command: Command, now: number): Command {
  const attempts = command.attempts + 1;
  if (attempts > attemptsMax) return failed(command, givenUp, now);
  return { ...command, attempts, dueAt: now + Math.min(pauseMsMax, firstSweepMs * 2 ** (attempts - 1)) };
}
