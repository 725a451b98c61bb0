import type { RequestHandler } from 'express';
import type { StreamRoute } from '../define.ts';
import type { ServerContext } from '../server-context.ts';
import { lastEventIdOf } from '../streams/event-text.ts';
import { fail } from './fail.ts';
import { HttpExchange } from './http-exchange.ts';

export function streamHandler(route: StreamRoute, server: ServerContext): RequestHandler {
  const record = server.journal.page('GET', route.spec.path);
  return async (request, response) => {
    const startedAt = server.clock.now();
    const exchange = new HttpExchange(request, response, {}, server);
    try {
      const admission = await route.admit(exchange);
      const stream = server.streams.open(response, exchange.request.id, admission.userId);
      const lastEventId = lastEventIdOf(exchange.request.headers['last-event-id']);
      stream.onClose(await admission.open(lastEventId, (event) => stream.send(event)));
      stream.begin();
    } catch (error) {
      fail(response, exchange.request, error);
    }
    record(exchange.request.id, response.statusCode, startedAt);
  };
}
