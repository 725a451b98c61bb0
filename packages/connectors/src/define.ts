import type { JsonObject } from '@intexuraos/kernel';
import { z } from 'zod';
import type { OAuthProvider } from './auth.ts';
import type { Call } from './call.ts';
import { ConnectorError } from './connector-error.ts';

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

/** All there is to know about one thing that a platform can do. */
export interface OperationSpec<Credentials, Settings, Input, Output> {
  /** What it does, as a verb phrase: "Send an email". */
  readonly describe: string;
  /** What is told when it is done: "Email sent successfully". */
  readonly done: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Whether something is different afterwards. */
  readonly effect: Effect | ((input: Input) => Effect);
  readonly risk: Risk;
  /** Whether the same call with the same key has one effect, however often it arrives. */
  readonly repeatable: boolean | ((input: Input) => boolean);
  /** How many times longer than usual a try may take; 1 unless said. */
  readonly patience?: number;
  /** What will happen, line by line; by default each field of the input. */
  facts?(input: Input): readonly Fact[];
  run(input: Input, call: Call<Credentials, Settings>): Promise<Output>;
  /** Looks for the effect of an earlier try with this key; changes nothing. */
  reconcile?(input: Input, call: Call<Credentials, Settings>): Promise<Finding<Output>>;
  /** Takes the effect back, where the platform can. */
  undo?(output: Output, call: Call<Credentials, Settings>): Promise<void>;
  /** An answer as the platform would give it; nothing leaves. */
  simulate(input: Input, key: string): Output;
}

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
  /** What is wrong with a payload, field by field, or the operation bound to it. */
  bind(payload: unknown): { readonly bound: Bound } | { readonly problems: readonly Problem[] };
}

export interface ConnectorSpec<Name extends string, Credentials, Settings> {
  readonly name: Name;
  /** As the vendor writes it. */
  readonly title: string;
  /** What a call needs, out of the vault. */
  readonly credentials: z.ZodType<Credentials>;
  /** What belongs to a connected account and is no secret. */
  readonly settings: z.ZodType<Settings>;
  readonly apiUrl: string;
  /** Null: accounts are connected by entering the credentials. */
  readonly oauth: OAuthProvider | null;
  /** What one account may be asked: the vendor's documented limit, or less. */
  readonly pace: { readonly perSecond: number; readonly burst: number };
  /** The variable that switches to simulation, where it is not `<NAME>_SIMULATE`. */
  readonly simulateVariable?: string;
  /** Variables of the environment that make a default connection of the local person. */
  readonly defaults?: Defaults<Credentials>;
}

export interface Defaults<Credentials> {
  readonly variables: readonly string[];
  /** Null when they say nothing. */
  read(variables: Readonly<Record<string, string | undefined>>): Credentials | null;
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
  readonly credentialProblems: (credentials: unknown) => readonly Problem[];
  readonly settingProblems: (settings: unknown) => readonly Problem[];
  readonly defaultVariables: readonly string[];
  /** The credentials that the environment holds, or null. */
  readDefaults(variables: Readonly<Record<string, string | undefined>>): unknown;
  readonly operations: Readonly<Record<string, Operation>>;
}

const JsonObjectOf = z.record(z.string(), z.json());
const toJson = (value: unknown): JsonObject => JsonObjectOf.parse(JSON.parse(JSON.stringify(value)));
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonObject =>
  JsonObjectOf.parse(z.toJSONSchema(schema, { io }));

const problemsOf = (schema: z.ZodType, value: unknown): readonly Problem[] =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }));

const factsOfFields = (payload: JsonObject): readonly Fact[] =>
  Object.entries(payload).map(([label, value]) => ({
    label,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));

/**
 * Declares one platform. The types of its credentials, settings, inputs and outputs never leave its folder: what the
 * registry holds is sealed.
 */
export function defineConnector<const Name extends string, Credentials, Settings>(
  spec: ConnectorSpec<Name, Credentials, Settings>,
) {
  const opened = (call: RawCall): Call<Credentials, Settings> => {
    const credentials = spec.credentials.safeParse(call.credentials);
    const settings = spec.settings.safeParse(call.settings);
    if (!credentials.success || !settings.success) throw incomplete(spec.title);
    return { ...call, credentials: credentials.data, settings: settings.data };
  };
  return {
    operation: <Input, Output>(details: OperationSpec<Credentials, Settings, Input, Output>): Operation =>
      seal(details, opened),
    connector: (operations: Readonly<Record<string, Operation>>): Connector<Name> => ({
      name: spec.name,
      title: spec.title,
      apiUrl: spec.apiUrl,
      oauth: spec.oauth,
      pace: spec.pace,
      simulateVariable: spec.simulateVariable ?? `${spec.name.toUpperCase()}_SIMULATE`,
      credentialsSchema: schemaOf(spec.credentials, 'input'),
      settingsSchema: schemaOf(spec.settings, 'input'),
      credentialProblems: (value) => problemsOf(spec.credentials, value),
      settingProblems: (value) => problemsOf(spec.settings, value),
      defaultVariables: spec.defaults?.variables ?? [],
      readDefaults: (variables) => spec.defaults?.read(variables) ?? null,
      operations,
    }),
  };
}

const incomplete = (title: string) =>
  new ConnectorError('CONNECTION_EXPIRED', `What is kept of the ${title} account is not enough: connect it anew`);

type Opened<Credentials, Settings> = (call: RawCall) => Call<Credentials, Settings>;

function seal<Credentials, Settings, Input, Output>(
  details: OperationSpec<Credentials, Settings, Input, Output>,
  opened: Opened<Credentials, Settings>,
): Operation {
  const { describe, done, effect, risk, repeatable, patience = 1, input, output } = details;
  return {
    describe,
    done,
    effect: typeof effect === 'function' ? 'change' : effect,
    risk,
    repeatable: typeof repeatable === 'function' ? 'depends' : repeatable ? 'yes' : 'no',
    patience,
    canReconcile: details.reconcile !== undefined,
    canUndo: details.undo !== undefined,
    inputSchema: schemaOf(input, 'input'),
    outputSchema: schemaOf(output, 'output'),
    bind(payload) {
      const read = input.safeParse(payload);
      return read.success ? { bound: bind(details, read.data, opened) } : { problems: problemsOf(input, payload) };
    },
  };
}

function bind<Credentials, Settings, Input, Output>(
  details: OperationSpec<Credentials, Settings, Input, Output>,
  input: Input,
  opened: Opened<Credentials, Settings>,
): Bound {
  const { output, effect, repeatable, patience = 1, facts, run, reconcile, undo, simulate } = details;
  const payload = toJson(input);
  const shown = (value: Output) => toJson(output.parse(value));
  return {
    payload,
    facts: facts?.(input) ?? factsOfFields(payload),
    effect: typeof effect === 'function' ? effect(input) : effect,
    repeatable: typeof repeatable === 'function' ? repeatable(input) : repeatable,
    patience,
    run: async (call) => shown(await run(input, opened(call))),
    reconcile: reconcile
      ? async (call) => {
          const finding = await reconcile(input, opened(call));
          return finding.found === 'done' ? { found: 'done', output: shown(finding.output) } : finding;
        }
      : null,
    undo: undo ? (result, call) => undo(output.parse(result), opened(call)) : null,
    simulate: (key) => shown(simulate(input, key)),
  };
}
