import type { JsonObject } from '@intexuraos/kernel';
import type { Call } from './call.ts';
import type { Bound, Fact, Operation, RawCall } from './connector.ts';
import { ConnectorError } from './connector-error.ts';
import { problemsOf, schemaOf, toJson } from './schemas.ts';
import type { OperationSpec } from './spec.ts';

const factsOfFields = (payload: JsonObject): readonly Fact[] =>
  Object.entries(payload).map(([label, value]) => ({
    label,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));

/** How what is kept of an account is read as the connector's own types. Throw CONNECTION_EXPIRED for what is not enough. */
interface Readers<Credentials, Settings> {
  readonly call: (call: RawCall) => Call<Credentials, Settings>;
  readonly settings: (settings: unknown) => Settings;
}

/** Takes the types of an operation's input and output in, so that the engine sees JSON alone. */
export function seal<Credentials, Settings, Input, Output>(
  details: OperationSpec<Credentials, Settings, Input, Output>,
  readers: Readers<Credentials, Settings>,
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
    bind(payload, settings) {
      const read = input.safeParse(payload);
      if (!read.success) return { problems: problemsOf(input, payload) };
      if (settings === undefined) return { bound: bind(details, read.data, readers) };
      return orProblems(() => bind(details, completed(details, read.data, readers.settings(settings)), readers));
    },
  };
}

const completed = <Credentials, Settings, Input, Output>(
  { complete }: OperationSpec<Credentials, Settings, Input, Output>,
  input: Input,
  settings: Settings,
): Input => complete?.(input, settings) ?? input;

function orProblems(bound: () => Bound): ReturnType<Operation['bind']> {
  try {
    return { bound: bound() };
  } catch (error) {
    if (error instanceof ConnectorError) return { problems: [{ path: '', message: error.message }] };
    throw error;
  }
}

function bind<Credentials, Settings, Input, Output>(
  details: OperationSpec<Credentials, Settings, Input, Output>,
  input: Input,
  readers: Readers<Credentials, Settings>,
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
    run: async (call) => shown(await run(input, readers.call(call))),
    reconcile: reconcile
      ? async (call) => {
          const finding = await reconcile(input, readers.call(call));
          return finding.found === 'done' ? { found: 'done', output: shown(finding.output) } : finding;
        }
      : null,
    undo: undo ? (result, call) => undo(output.parse(result), readers.call(call)) : null,
    simulate: (key) => shown(simulate(input, key)),
  };
}
