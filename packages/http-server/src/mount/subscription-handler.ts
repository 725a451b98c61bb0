import { AppError, type ErrorCode } from '@intexuraos/kernel';
import type { RequestHandler } from 'express';
import { send } from '../answer/send.ts';
import type { SubscriptionRoute } from '../define.ts';
import { readBody } from '../request/read-body.ts';
import { undeliverable } from '../routes/undeliverable.ts';
import type { ServerContext } from '../server-context.ts';
import { fail } from './fail.ts';
import { credentialsOf, HttpExchange } from './http-exchange.ts';
import { openPush } from './push-envelope.ts';

const bodyLimit = 256_000;
const acknowledged = { status: 204, type: null, body: '', headers: {} } as const;

const retried = new Set<ErrorCode>(['UNAVAILABLE', 'STORAGE_FULL', 'FORBIDDEN']);

/** The status is the acknowledgement: whatever the error is, Pub/Sub must read "again", never "done". */
const again = (error: unknown) =>
  error instanceof AppError && retried.has(error.code)
    ? error
    : new AppError('INTERNAL_ERROR', 'The message was not dealt with', { cause: error });

const forbidden = () => new AppError('FORBIDDEN', 'This subscription is not served here');

export function subscriptionHandler(route: SubscriptionRoute, server: ServerContext): RequestHandler {
  const { name, path } = route.spec;
  const fullName = server.authenticator.subscription(name);
  const record = server.journal.page('POST', path);
  route.surround({ log: server.log, onUndeliverable: (message) => server.onUndeliverable(message) });
  const take = async (body: Buffer): Promise<void> => {
    const push = openPush(body);
    if (push.subscription !== undefined && push.subscription !== fullName) throw forbidden();
    if (!('delivery' in push)) {
      const { messageId, reason } = push;
      return server.onUndeliverable(undeliverable(route.spec, { messageId, reason, bytes: body, body: null }));
    }
    await route.receive(push.delivery);
  };
  return async (request, response) => {
    const startedAt = server.clock.now();
    const { request: facts } = new HttpExchange(request, response, {}, server);
    try {
      await server.authenticator.push(credentialsOf(request));
      const body = await readBody(request, bodyLimit);
      await take(body).catch((error: unknown) => Promise.reject(again(error)));
      send(response, facts.id, acknowledged);
    } catch (error) {
      fail(response, facts, error);
    }
    record(facts.id, response.statusCode, startedAt);
  };
}
