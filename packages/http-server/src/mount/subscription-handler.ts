import { AppError } from '@intexuraos/kernel';
import type { RequestHandler } from 'express';
import { send } from '../answer/send.ts';
import type { SubscriptionRoute, Undeliverable } from '../define.ts';
import { readBody } from '../request/read-body.ts';
import { undeliverable } from '../routes/undeliverable.ts';
import type { ServerContext } from '../server-context.ts';
import { fail } from './fail.ts';
import { credentialsOf, HttpExchange } from './http-exchange.ts';
import { openPush } from './push-envelope.ts';

const bodyLimit = 256_000;
const acknowledged = { status: 204, type: null, body: '', headers: {} } as const;

/** The status is the acknowledgement: whatever the error is, Pub/Sub must read "again", never "done". */
const again = (error: unknown) =>
  error instanceof AppError && (error.code === 'UNAVAILABLE' || error.code === 'STORAGE_FULL')
    ? error
    : new AppError('INTERNAL_ERROR', 'The message was not dealt with', { cause: error });

const forbidden = () => new AppError('FORBIDDEN', 'This subscription is not served here');

export function subscriptionHandler(
  route: SubscriptionRoute,
  server: ServerContext,
  onUndeliverable: (message: Undeliverable) => Promise<void> | void,
): RequestHandler {
  const { name } = route.spec;
  const fullName = server.authenticator.subscription(name);
  const take = async (body: Buffer): Promise<void> => {
    const push = openPush(body);
    if (push.subscription !== undefined && push.subscription !== fullName) throw forbidden();
    if ('delivery' in push) return route.receive(push.delivery).catch((error) => Promise.reject(again(error)));
    await onUndeliverable(undeliverable(name, push.messageId, push.reason, body));
  };
  return async (request, response) => {
    const exchange = new HttpExchange(request, response, { bodyLimit }, server);
    try {
      await server.authenticator.push(credentialsOf(request));
      await take(await readBody(request, bodyLimit));
      send(response, exchange.request.id, acknowledged);
    } catch (error) {
      fail(response, exchange.request, error);
    }
  };
}
