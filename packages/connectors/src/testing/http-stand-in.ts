import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { type Fault, faults } from './faults.ts';
import { createFaultPlan, type Effect, type StandIn } from './stand-in.ts';

export interface StandInRequest {
  readonly method: string;
  /** Percent-decoded nowhere: as it was sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON, the text where it is none, undefined where there is no body. */
  readonly body: unknown;
}

export interface StandInAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is particular about one platform: how it answers, and how it says no. */
export interface Platform {
  /** Does the work and tells its effects; called only when no fault prevents it. */
  answer(request: StandInRequest, effect: (effect: Effect) => void): StandInAnswer;
  /** The platform's own answer for an HTTP error status; its HTTP status may be another one. */
  refusal(status: number): StandInAnswer;
}

/** How long after a request a platform that is late does its work. */
export const lateMs = 400;

/** Serves a platform on a free port of this machine. */
export async function serveStandIn(platform: Platform, port = 0): Promise<StandIn> {
  const ledger: Effect[] = [];
  const plan = createFaultPlan();
  let calls = 0;
  const server = createServer((request, response) => {
    void read(request).then((received) => {
      calls += 1;
      const fault = plan.next();
      const work = () => platform.answer(received, (effect) => ledger.push(effect));
      const answer = fault === null || faults[fault].effect ? work() : null;
      if (fault === 'effect after the deadline') setTimeout(work, lateMs);
      respond(response, { fault, answer, platform });
    });
  });
  return {
    url: await listening(server, port),
    ledger,
    calls: () => calls,
    plan: plan.plan,
    always: plan.always,
    close: () => closed(server),
  };
}

async function read(request: IncomingMessage): Promise<StandInRequest> {
  const url = new URL(request.url ?? '/', 'http://stand-in.invalid');
  const raw = await text(request);
  const { method = '', headers } = request;
  return { method, path: url.pathname, query: url.searchParams, headers, body: raw === '' ? undefined : parse(raw) };
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

interface Turn {
  readonly fault: Fault | null;
  readonly answer: StandInAnswer | null;
  readonly platform: Platform;
}

function send(response: ServerResponse, { status, body, headers = {} }: StandInAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined || body === null ? '' : isText ? body : JSON.stringify(body));
}

const cut = (response: ServerResponse) => void response.socket?.destroy();
const hang = () => undefined;
const tenMegabytes = Buffer.from(JSON.stringify({ x: 'x'.repeat(10_000_000) }));

/** How each fault looks on the wire; what is not here is a status with the platform's own words. */
const wire: Partial<Record<Fault, (response: ServerResponse, turn: Turn) => void>> = {
  429: (response, { platform }) => {
    const refusal = platform.refusal(429);
    send(response, { ...refusal, headers: { ...refusal.headers, 'retry-after': '1' } });
  },
  '500 after the effect': (response, { platform }) => send(response, platform.refusal(500)),
  'cut before the effect': cut,
  'cut after the effect': cut,
  'hang before the effect': hang,
  'hang after the effect': hang,
  'effect after the deadline': hang,
  'slow body': (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
  '10 MB': (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(tenMegabytes),
  HTML: (response) =>
    send(response, { status: 200, body: '<h1>Sign in</h1>', headers: { 'content-type': 'text/html' } }),
  'wrong schema': (response) => send(response, { status: 200, body: { unexpected: 1 } }),
  'redirect to a private address': (response) =>
    send(response, { status: 302, body: '', headers: { location: 'http://169.254.169.254/latest/meta-data/' } }),
};

function respond(response: ServerResponse, turn: Turn): void {
  const { fault, answer, platform } = turn;
  if (fault === null) return send(response, answer ?? platform.refusal(500));
  const onWire = wire[fault];
  if (onWire) onWire(response, turn);
  else send(response, platform.refusal(Number(fault)));
}
