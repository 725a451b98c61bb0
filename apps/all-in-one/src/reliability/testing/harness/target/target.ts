import type { ServerResponse } from 'node:http';
import { neighbourUrlVariables } from '@intexuraos/actions-agent/config';
import { type Received, startStandIn } from '../http-stand-in.ts';
import { effects, previews } from './answers.ts';
import { type Fault, faults } from './faults.ts';

export interface TargetCall {
  readonly path: string;
  readonly key: string;
  readonly actionId: string;
  readonly epoch: number;
  readonly body: unknown;
  readonly fault: Fault;
  /** Unix milliseconds. */
  readonly at: number;
}

/** Something that has really happened, once for each key. */
export type Effect = Omit<TargetCall, 'fault'>;

export interface Target {
  readonly url: string;
  /** The calls that ask for an effect, in order. */
  readonly calls: readonly TargetCall[];
  readonly ledger: readonly Effect[];
  /** Paths outside the contract that were called all the same. */
  readonly strayPaths: readonly string[];
  /** What happens to the next calls about this action, one fault each; `always` to all that follow. */
  plan(actionId: string, faults: readonly Fault[], always?: Fault): void;
  /** What happens to calls for which nothing is planned. */
  usually(fault: Fault): void;
  close(): Promise<void>;
}

/** These two stay the machine's own. */
const own = new Set(['INTEXURAOS_USER_SERVICE_URL', 'INTEXURAOS_COMMANDS_AGENT_URL']);

/** Makes actions-agent take what answers there for all target services. */
export const targetVariables = (url: string): Readonly<Record<string, string>> =>
  Object.fromEntries(neighbourUrlVariables.filter((name) => !own.has(name)).map((name) => [name, url]));

interface Plan {
  readonly next: Fault[];
  readonly always: Fault | undefined;
}

/**
 * All target services in one: does the same key once and gives the same answer to it again; refuses a caller whose epoch
 * is older than one that it has seen.
 */
export async function startTarget(): Promise<Target> {
  const calls: TargetCall[] = [];
  const ledger = new Map<string, Effect & { readonly answer: string }>();
  const epochs = new Map<string, number>();
  const plans = new Map<string, Plan>();
  const strayPaths: string[] = [];
  let usual: Fault = 'fine';

  function nextFault(actionId: string): Fault {
    const plan = plans.get(actionId);
    return plan?.next.shift() ?? plan?.always ?? usual;
  }

  /** The answer to a call, and the work that it asks for unless that has been done before. */
  function carryOut({ fault: _fault, ...call }: TargetCall): string {
    const known = ledger.get(call.key)?.answer;
    if (known !== undefined) return known;
    const answer = success(effects[call.path]?.(call.body, ledger.size + 1) ?? {});
    ledger.set(call.key, { ...call, answer });
    return answer;
  }

  function actOn(received: Received, response: ServerResponse): void {
    const call = callOf(received);
    const taken = { ...call, fault: nextFault(call.actionId) };
    calls.push(taken);
    if (call.epoch < (epochs.get(call.key) ?? 0)) return refuse(response);
    epochs.set(call.key, call.epoch);
    const { effect, respond } = faults[taken.fault];
    respond(response, effect ? carryOut(taken) : success({}));
  }

  const server = await startStandIn((received, response) => {
    const preview = previews[received.path];
    if (preview !== undefined) return send(response, 200, success(preview(received.body, 0)));
    if (effects[received.path] !== undefined) return actOn(received, response);
    strayPaths.push(received.path);
    send(response, 404, '{}');
  });

  return {
    url: server.url,
    calls,
    get ledger() {
      return [...ledger.values()];
    },
    strayPaths,
    plan: (actionId, next, always) => void plans.set(actionId, { next: [...next], always }),
    usually(fault) {
      usual = fault;
    },
    close: () => server.close(),
  };
}

const success = (data: object) => JSON.stringify({ success: true, data });

const send = (response: ServerResponse, status: number, body: string) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(body);

const refuse = (response: ServerResponse) =>
  send(response, 409, '{"success":false,"error":{"code":"STALE_EPOCH","message":"another run took over"}}');

/** The key is `{actionId}:v{version}`; a call without one is counted under a key of its own. */
function callOf({ path, headers, body }: Received): Omit<TargetCall, 'fault'> {
  const given = headers['idempotency-key'];
  const key = typeof given === 'string' ? given : `without a key at ${Date.now()}`;
  return {
    path,
    key,
    actionId: key.split(':')[0] ?? '',
    epoch: Number(headers['x-action-epoch'] ?? 0),
    body,
    at: Date.now(),
  };
}
