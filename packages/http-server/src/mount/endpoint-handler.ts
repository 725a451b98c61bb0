import type { RequestHandler } from 'express';
import { answerBody } from '../answer/answer-body.ts';
import { send } from '../answer/send.ts';
import type { EndpointRoute } from '../define.ts';
import type { ServerContext } from '../server-context.ts';
import { fail } from './fail.ts';
import { HttpExchange } from './http-exchange.ts';

export function endpointHandler(route: EndpointRoute, server: ServerContext): RequestHandler {
  const wire = route.spec.wire ?? 'envelope';
  const record = server.journal.page(route.spec.method, route.spec.path);
  return async (request, response) => {
    const startedAt = server.clock.now();
    const exchange = new HttpExchange(request, response, route.spec, server);
    try {
      send(response, exchange.request.id, answerBody(await route.run(exchange), wire));
    } catch (error) {
      fail(response, exchange.request, error, {}, route.spec.refusal);
    }
    record(exchange.request.id, response.statusCode, startedAt);
  };
}
