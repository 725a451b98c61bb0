import { inWords, type Locale } from '@intexuraos/contracts';
import type { Connect, Neighbour } from '@intexuraos/internal-clients';
import type { JsonObject } from '@intexuraos/kernel';
import { z } from 'zod';
import type { Action, Outcome } from '../domain/action.ts';
import type { TypeTraits } from '../domain/context.ts';
import type { WishedPart } from '../domain/reply/split-wish.ts';
import { type EditablePart, type EditReading, type EditSetting, readEdit } from './edit.ts';

/** One line of what will exactly happen: shown in the ask, on the page and in the receipt. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Texts {
  /** What is asked for, as a verb phrase: "Create a to-do". */
  readonly verb: string;
  /** The same where it depends on the action: "Send an email with Gmail". */
  verbOf?(action: Action): string;
  facts(action: Action): readonly Fact[];
}

export interface FailedExecution {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
  readonly outcome: Extract<Outcome, 'no_effect' | 'unknown'>;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly result?: JsonObject;
}

export type ExecuteResult =
  | { readonly kind: 'completed'; readonly result: JsonObject & { readonly message: string } }
  | FailedExecution;

/** What `prepare` found: facts to be shown, hashed and sent, or what a person must add. A thrown error is tried again. */
export type PrepareResult =
  | { readonly status: 'ready'; readonly facts: JsonObject; readonly reasoning: string }
  | {
      readonly status: 'failed';
      readonly facts: JsonObject | null;
      readonly problem: string;
      readonly reasoning: string;
    };

/** Sends a person a message, for types whose whole effect that is. The key makes it arrive once. */
export type SendMessage = (message: { readonly text: string; readonly key: string }) => Promise<void>;

export interface ExecuteContext<Client, Payload, Prepared> {
  readonly action: Action;
  readonly payload: Payload;
  readonly prepared: Prepared;
  readonly client: Client;
  readonly send: SendMessage;
}

export interface PrepareContext<Client, Payload> {
  readonly action: Action;
  readonly payload: Payload;
  readonly client: Client;
  /** Another neighbour that the type `asks`, where something has to be looked up. */
  ask<Other>(neighbour: Neighbour<Other>): Other;
  /** Unix milliseconds. */
  readonly now: number;
  readonly locale: Locale;
}

/** For types that send their payload as it is. */
export const noFacts = z.null();

export interface Spec<Name extends string, Payload, Client, Prepared> {
  readonly name: Name;
  readonly payload: z.ZodType<Payload>;
  readonly target: Neighbour<Client>;
  /** Whom `prepare` asks besides; they change nothing. */
  readonly asks?: readonly Neighbour<unknown>[];
  /** The same call with the same key has one effect there. */
  readonly keyed: boolean;
  readonly risk: TypeTraits['risk'];
  /** Where the risk depends on the action; `risk` is the highest then. */
  riskOf?(action: Action): TypeTraits['risk'];
  readonly texts: Texts;
  /** What a person may change in the chat. */
  editable(action: Action): readonly EditablePart[];
  address?(action: Action): string | null;
  askEndsAt?(action: Action): number | null;
  startsAt?(action: Action): number | null;
  /** What `prepare` finds and `execute` sends; `noFacts` for types without `prepare`. */
  readonly facts: z.ZodType<Prepared>;
  prepare?(context: PrepareContext<Client, Payload>): Promise<PrepareResult>;
  execute(context: ExecuteContext<Client, Payload, Prepared>): Promise<ExecuteResult>;
  /** Only where a failure can mean "you have that already". */
  refreshDuplicate?(existingId: string, client: Client): Promise<ExecuteResult>;
}

export interface PayloadProblem {
  readonly path: string;
  readonly message: string;
}

/** An action type with its payload and client types sealed in. */
export interface ActionType<Name extends string = string> {
  readonly name: Name;
  readonly traits: TypeTraits;
  readonly target: Neighbour<unknown>;
  readonly asks: readonly Neighbour<unknown>[];
  readonly texts: Texts;
  /** What a payload of this type may hold, as JSON Schema: a page makes its form of it. */
  payloadSchema(): JsonObject;
  /** What is wrong with a payload, field by field. */
  payloadProblems(payload: JsonObject): readonly PayloadProblem[];
  /** What a person may change in the chat: by the names that are shown to them, and by all names that are understood. */
  editableNames(action: Action): readonly string[];
  partNames(action: Action): readonly string[];
  riskOf(action: Action): TypeTraits['risk'];
  edit(wished: readonly WishedPart[], action: Action, setting: EditSetting): Promise<EditReading>;
  prepare(
    action: Action,
    connect: Connect,
    facts: { readonly now: number; readonly locale: Locale },
  ): Promise<PrepareResult>;
  execute(action: Action, connect: Connect, send: SendMessage): Promise<ExecuteResult>;
  refreshDuplicate(action: Action, existingId: string, connect: Connect): Promise<ExecuteResult>;
}

const callOf = (action: Action) => ({ idempotencyKey: `${action.id}:v${action.version}`, epoch: action.epoch });

const notPossible = (message: string): ExecuteResult => ({
  kind: 'failed',
  code: 'VALIDATION_FAILED',
  message,
  outcome: 'no_effect',
  retryable: false,
});

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'invalid' : `${issue.path.join('.') || 'payload'}: ${issue.message}`;
}

const parse = <T>(schema: z.ZodType<T>, value: unknown) => schema.safeParse(value, { error: inWords });

const JsonSchema = z.record(z.string(), z.json());

const schemaOf = (payload: z.ZodType): JsonObject => JsonSchema.parse(z.toJSONSchema(payload, { io: 'input' }));

/** Declares what there is to know about one action type; payload and client types never leave its folder. */
export function defineActionType<const Name extends string, Payload, Client, Prepared>(
  spec: Spec<Name, Payload, Client, Prepared>,
): ActionType<Name> {
  return {
    name: spec.name,
    target: spec.target,
    asks: spec.asks ?? [],
    texts: spec.texts,
    payloadSchema: () => schemaOf(spec.payload),
    payloadProblems: (payload) =>
      (parse(spec.payload, payload).error?.issues ?? []).map(({ path, message }) => ({
        path: ['payload', ...path].join('.'),
        message,
      })),
    editableNames: (action) =>
      spec.editable(action).flatMap(({ names: [shown] }) => (shown === undefined ? [] : [shown])),
    partNames: (action) => spec.editable(action).flatMap(({ names }) => names),
    riskOf: (action) => spec.riskOf?.(action) ?? spec.risk,
    async edit(wished, action, setting) {
      const reading = await readEdit(spec.editable(action), wished, action, setting);
      const payload =
        reading.outcome === 'changed' ? parse(spec.payload, reading.changes.payload ?? action.payload) : null;
      return payload?.success === false ? { outcome: 'problem', problem: problemOf(payload.error) } : reading;
    },
    traits: {
      target: { service: spec.target.name, connectionId: null },
      prepares: spec.prepare !== undefined,
      keyed: spec.keyed,
      risk: spec.risk,
      address: (action) => spec.address?.(action) ?? null,
      askEndsAt: (action) => spec.askEndsAt?.(action) ?? null,
      startsAt: (action) => spec.startsAt?.(action) ?? null,
    },
    async prepare(action, connect, facts) {
      const payload = parse(spec.payload, action.payload);
      if (!payload.success)
        return {
          status: 'failed',
          facts: null,
          problem: problemOf(payload.error),
          reasoning: 'the payload is not usable',
        };
      if (spec.prepare === undefined) throw new Error(`the type ${spec.name} prepares nothing`);
      return spec.prepare({
        action,
        payload: payload.data,
        client: connect(spec.target, callOf(action)),
        ask: connect,
        ...facts,
      });
    },
    async execute(action, connect, send) {
      const payload = parse(spec.payload, action.payload);
      if (!payload.success) return notPossible(problemOf(payload.error));
      const prepared = parse(spec.facts, action.prepared);
      if (!prepared.success) return notPossible(problemOf(prepared.error));
      const client = connect(spec.target, callOf(action));
      return spec.execute({ action, payload: payload.data, prepared: prepared.data, client, send });
    },
    async refreshDuplicate(action, existingId, connect) {
      if (spec.refreshDuplicate === undefined) return notPossible(`the type ${spec.name} knows no duplicates`);
      return spec.refreshDuplicate(existingId, connect(spec.target, callOf(action)));
    },
  };
}
