import type { JsonObject } from '@intexuraos/kernel';
import type { OAuthProvider } from './auth.ts';
import type { Call } from './call.ts';

export const risks = ['low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];
export type Effect = 'none' | 'change';

/** One line of what will happen, as it is shown to the person who is asked. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What a look on the platform found out about a call whose answer never came. */
export type Finding<Output> =
  | { readonly found: 'done'; readonly output: Output }
  | { readonly found: 'nothing' }
  | { readonly found: 'unclear' };

export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** A call before the connector has read its credentials and settings. */
export type RawCall = Call<unknown, unknown>;

/** An operation with one valid input: what is shown, and what can be done with it. */
export interface Bound {
  /** Exactly what is sent, defaults filled in. */
  readonly payload: JsonObject;
  readonly facts: readonly Fact[];
  readonly effect: Effect;
  readonly repeatable: boolean;
  /** How many times longer than usual a try may take. */
  readonly patience: number;
  run(call: RawCall): Promise<JsonObject>;
  /** Null: the platform cannot be asked. */
  readonly reconcile: ((call: RawCall) => Promise<Finding<JsonObject>>) | null;
  /** Null: what is done stays done. Takes an output that `run` gave. */
  readonly undo: ((output: JsonObject, call: RawCall) => Promise<void>) | null;
  simulate(key: string): JsonObject;
}

/** An operation with its input and output types sealed in. */
export interface Operation {
  readonly describe: string;
  readonly done: string;
  /** `change` also where that depends on the payload. */
  readonly effect: Effect;
  readonly risk: Risk;
  /** `depends`: on the payload. */
  readonly repeatable: 'yes' | 'no' | 'depends';
  readonly canReconcile: boolean;
  /** How many times longer than usual a try may take. */
  readonly patience: number;
  readonly canUndo: boolean;
  readonly inputSchema: JsonObject;
  readonly outputSchema: JsonObject;
  /**
   * What is wrong with a payload, field by field, or the operation bound to it; with an account's settings, also what an
   * account that is set like this lacks, or what it adds.
   */
  bind(payload: unknown, settings?: unknown): { readonly bound: Bound } | { readonly problems: readonly Problem[] };
}

/** One outside platform, with the type of its credentials sealed in. */
export interface Connector<Name extends string = string> {
  readonly name: Name;
  readonly title: string;
  readonly apiUrl: string;
  readonly oauth: OAuthProvider | null;
  readonly pace: { readonly perSecond: number; readonly burst: number };
  readonly simulateVariable: string;
  readonly credentialsSchema: JsonObject;
  readonly settingsSchema: JsonObject;
  /** What must never be seen of credentials: all but the fields that the schema shows. */
  readonly secretsIn: (credentials: unknown) => unknown;
  readonly credentialProblems: (credentials: unknown) => readonly Problem[];
  readonly settingProblems: (settings: unknown) => readonly Problem[];
  readonly defaultVariables: readonly string[];
  /** The credentials that the environment holds, or null. */
  readDefaults(variables: Readonly<Record<string, string | undefined>>): unknown;
  readonly operations: Readonly<Record<string, Operation>>;
}
