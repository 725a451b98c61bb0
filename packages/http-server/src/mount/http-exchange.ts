import { AppError } from '@intexuraos/kernel';
import type { Request, Response } from 'express';
import type { Authenticator, Credentials } from '../authentication/authenticator.ts';
import type { Auth, Callers, Exchange } from '../define.ts';
import { addressKey } from '../limits/address-key.ts';
import { HttpFacts } from '../request/http-facts.ts';
import { bodyFields, mergeInput } from '../request/input.ts';
import { readBody } from '../request/read-body.ts';
import { requestId } from '../request/request-id.ts';
import type { ServerContext } from '../server-context.ts';

/** What a route says about taking requests in. */
export interface Intake {
  readonly body?: 'json' | 'raw';
  readonly bodyLimit?: number;
  readonly quota?: string;
}

const bodyLimitDefault = 100_000;
const nobody = {};
const forPeople = new Set<Auth>(['user', 'operator', 'caller', 'visitor']);

type Identify = { readonly [A in Auth]: (authenticator: Authenticator, given: Credentials) => Promise<Callers[A]> };

const identify: Identify = {
  user: (authenticator, given) => authenticator.user(given),
  operator: (authenticator, given) => authenticator.operator(given),
  visitor: (authenticator, given) => authenticator.visitor(given),
  service: (authenticator, given) => authenticator.service(given),
  caller: (authenticator, given) => authenticator.caller(given),
  scheduler: (authenticator, given) => authenticator.scheduler(given),
  public: () => Promise.resolve(nobody),
};

export const credentialsOf = ({ headers }: Request): Credentials => ({
  authorization: headers.authorization,
  internalAuth: headers['x-internal-auth']?.toString(),
});

const tooMany = (message: string, retryAfterSeconds: number) =>
  new AppError('RATE_LIMITED', message, { retryAfterSeconds });

/** One HTTP request, as routes see it. */
export class HttpExchange implements Exchange {
  readonly request: HttpFacts;
  readonly #http: Request;
  readonly #intake: Intake;
  readonly #server: ServerContext;

  constructor(http: Request, response: Response, intake: Intake, server: ServerContext) {
    this.#http = http;
    this.#intake = intake;
    this.#server = server;
    const id = requestId(http.headers['x-request-id'], server.random);
    this.request = new HttpFacts(id, addressKey(http.ip ?? ''), http, response, server.log);
  }

  async caller<A extends Auth>(auth: A): Promise<Callers[A]> {
    const { authenticator, quota } = this.#server;
    try {
      const caller: Callers[A] = await identify[auth](authenticator, credentialsOf(this.#http));
      if (quota !== undefined && this.#intake.quota !== undefined) await this.#spend(quota, caller, this.#intake.quota);
      return caller;
    } catch (error) {
      throw forPeople.has(auth) ? this.#counted(error) : error;
    }
  }

  async input(): Promise<unknown> {
    const body = await readBody(this.#http, this.#intake.bodyLimit ?? bodyLimitDefault);
    if (this.#intake.body === 'raw') this.request.rawBody = body;
    const fields = this.#intake.body === 'raw' ? nobody : bodyFields(this.#http, body);
    const query = this.#http.url.includes('?') ? this.#http.query : nobody;
    return mergeInput(fields, this.#http.params, query);
  }

  async #spend(quota: NonNullable<ServerContext['quota']>, caller: Callers[Auth], name: string): Promise<void> {
    if (!('userId' in caller) || caller.userId === null) return;
    const { allowed, retryAfterSeconds } = await quota.take(caller.userId, name);
    if (!allowed) throw tooMany(`Too many requests of this kind (${name})`, retryAfterSeconds);
  }

  /** Who keeps failing from one address is told to wait; a valid token is never refused because of a neighbour's failures. */
  #counted(error: unknown): unknown {
    if (!(error instanceof AppError) || error.code !== 'UNAUTHORIZED') return error;
    const waitMs = this.#server.failures.take(addressKey(this.#http.ip ?? ''));
    return waitMs === 0 ? error : tooMany('Too many failed attempts', waitMs / 1000);
  }
}
