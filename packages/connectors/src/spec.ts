import type { z } from 'zod';
import type { OAuthProvider } from './auth.ts';
import type { Call } from './call.ts';
import type { Effect, Fact, Finding, Risk } from './connector.ts';

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
  /**
   * The input with what an account's settings say where it says nothing itself, so that the person who is asked sees it.
   * Throws a ConnectorError for what an account that is set like this cannot do.
   */
  complete?(input: Input, settings: Settings): Input;
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
