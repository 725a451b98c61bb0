import type { ServerResponse } from 'node:http';
import { faults as known } from '@intexuraos/internal-clients/testing';

interface FaultPlan {
  /** Whether the work is done by the time the fault strikes. */
  readonly effect: boolean;
  respond(response: ServerResponse, answer: string): void;
}

const after =
  (delayMs: number): FaultPlan['respond'] =>
  (response, answer) =>
    void setTimeout(() => known.fine.respond(response, answer), delayMs);

/** What a target may do to the machine: what neighbours do to their callers, and what only takes time. */
export const faults = {
  ...known,
  'fine after a moment': { effect: true, respond: after(120) },
  'fine after three seconds': { effect: true, respond: after(3_000) },
  'rate limited for a second': {
    effect: false,
    respond: (response) => {
      const body = { success: false, error: { code: 'RATE_LIMITED', message: 'slow down' } };
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' }).end(JSON.stringify(body));
    },
  },
  'redirect to another path': {
    effect: false,
    respond: (response) => response.writeHead(307, { location: '/followed' }).end(),
  },
} as const satisfies Record<string, FaultPlan>;

export type Fault = keyof typeof faults;
