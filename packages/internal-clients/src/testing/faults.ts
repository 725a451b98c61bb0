import type { ServerResponse } from 'node:http';

interface FaultPlan {
  /** Whether the neighbour has done its work by the time the fault strikes. */
  readonly effect: boolean;
  respond(response: ServerResponse, answer: string): void;
}

const send = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
const refusal = (code: string, message: string) => JSON.stringify({ success: false, error: { code, message } });

const fail = (response: ServerResponse) => send(response, 500, refusal('INTERNAL_ERROR', 'it broke'));
const hang = () => undefined;
const cut = (response: ServerResponse) => void response.socket?.destroy();

function cutInTheMiddle(response: ServerResponse, answer: string) {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  response.write(answer.slice(0, -5), () => response.socket?.destroy());
}

/** What a neighbour may do to a caller. */
export const faults = {
  fine: { effect: true, respond: (response, answer) => send(response, 201, answer) },
  'error before the effect': { effect: false, respond: fail },
  'error after the effect': { effect: true, respond: fail },
  'hang before the effect': { effect: false, respond: hang },
  'hang after the effect': { effect: true, respond: hang },
  'cut before the effect': { effect: false, respond: cut },
  'cut after the effect': { effect: true, respond: cut },
  'cut in the middle of the answer': { effect: true, respond: cutInTheMiddle },
  'truncated JSON': { effect: true, respond: (response, answer) => send(response, 201, answer.slice(0, -5)) },
  '10 MB': { effect: true, respond: (response) => send(response, 200, `"${'x'.repeat(10_000_000)}"`) },
  HTML: {
    effect: true,
    respond: (response) => send(response, 200, '<h1>Sign in</h1>', { 'content-type': 'text/html' }),
  },
  'wrong content type': {
    effect: true,
    respond: (response, answer) => send(response, 201, answer, { 'content-type': 'text/plain' }),
  },
  'wrong schema': { effect: true, respond: (response) => send(response, 200, '{"success":true,"data":{"ok":1}}') },
  'redirect to the metadata server': {
    effect: false,
    respond: (response) => send(response, 302, '', { location: 'http://169.254.169.254/latest/meta-data/' }),
  },
  'rate limited': {
    effect: false,
    respond: (response) => send(response, 429, refusal('RATE_LIMITED', 'slow down'), { 'retry-after': '7' }),
  },
  unavailable: { effect: false, respond: (response) => send(response, 503, refusal('UNAVAILABLE', 'not now')) },
  refused: { effect: false, respond: (response) => send(response, 422, refusal('VALIDATION_FAILED', 'no title')) },
  'gateway error page': {
    effect: true,
    respond: (response) => send(response, 502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' }),
  },
} as const satisfies Record<string, FaultPlan>;

export type Fault = keyof typeof faults;
