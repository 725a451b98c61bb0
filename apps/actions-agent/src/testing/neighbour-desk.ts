/** One call as a neighbour got it. */
export interface ReceivedCall {
  readonly path: string;
  readonly body: object;
  readonly idempotencyKey: string | undefined;
  readonly epoch: string | undefined;
}

type Answer = (body: object) => unknown;

/** Where all calls arrive: it keeps a ledger of what was really done, and answers as a test says. */
export interface Desk {
  readonly received: (path?: string) => readonly ReceivedCall[];
  /** What was done: the same key does a thing once. */
  readonly effects: () => readonly ReceivedCall[];
  /** How calls of this path are answered from now on: with what is returned, or refused with the AppError that is thrown. */
  readonly plays: (path: string, answer: Answer) => void;
  /** Lets calls of this path wait from now on, after their effect and before their answer; call it to let them go. */
  readonly holds: (path: string) => () => void;
  take(path: string, body: object, call: Omit<ReceivedCall, 'path' | 'body'>, usual: () => unknown): Promise<unknown>;
}

const hasNoEffect = (path: string) => /preview|users|commands/.test(path);

export function createDesk(): Desk {
  const received: ReceivedCall[] = [];
  const ledger = new Map<string, { readonly call: ReceivedCall; readonly answer: unknown }>();
  const scripts = new Map<string, Answer>();
  const gates = new Map<string, Promise<void>>();

  function answerTo(call: ReceivedCall, usual: () => unknown): unknown {
    const script = scripts.get(call.path);
    const answer = script === undefined ? usual() : script(call.body);
    if (hasNoEffect(call.path) || call.idempotencyKey === undefined) return answer;
    const name = `${call.path} ${call.idempotencyKey}`;
    const first = ledger.get(name) ?? { call, answer };
    ledger.set(name, first);
    return first.answer;
  }

  return {
    received: (path) => received.filter((call) => path === undefined || call.path === path),
    effects: () => [...ledger.values()].map(({ call }) => call),
    plays: (path, answer) => void scripts.set(path, answer),
    holds(path) {
      const gate = Promise.withResolvers<void>();
      gates.set(path, gate.promise);
      return () => {
        gates.delete(path);
        gate.resolve();
      };
    },
    async take(path, body, identity, usual) {
      const call = { path, body, ...identity };
      received.push(call);
      const answer = answerTo(call, usual);
      await gates.get(path);
      return answer;
    },
  };
}
