import { AppError } from '@intexuraos/kernel';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Route, Service, Undeliverable } from '../define.ts';
import { RequestLog } from '../log/request-log.ts';
import { requestId } from '../request/request-id.ts';
import { bySpecificity } from '../routes/path.ts';
import type { ServerContext } from '../server-context.ts';
import { endpointHandler } from './endpoint-handler.ts';
import { fail } from './fail.ts';
import { streamHandler } from './stream-handler.ts';
import { subscriptionHandler } from './subscription-handler.ts';

type Handlers = Map<string, RequestHandler>;

/** The HTTP method of a route: subscriptions are pushed to, streams are read. */
export const methodOf = (route: Route): string =>
  route.kind === 'endpoint' ? route.spec.method : route.kind === 'stream' ? 'GET' : 'POST';

export interface Mounting {
  readonly services: readonly Service[];
  readonly server: ServerContext;
  readonly onUndeliverable: (message: Undeliverable) => Promise<void> | void;
}

/** The Express application that serves the services' routes, and nothing else. */
export function createApp({ services, server, onUndeliverable }: Mounting): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  const paths = handlersByPath(services, (route) => handlerOf(route, server, onUndeliverable));
  for (const path of [...paths.keys()].sort(bySpecificity))
    app.all(path, byMethod(paths.get(path) ?? new Map(), server));
  app.use(answering(server, () => new AppError('NOT_FOUND', 'There is nothing at this path')));
  app.use(lastResort(server));
  return app;
}

function handlerOf(route: Route, server: ServerContext, onUndeliverable: Mounting['onUndeliverable']): RequestHandler {
  switch (route.kind) {
    case 'endpoint':
      return endpointHandler(route, server);
    case 'stream':
      return streamHandler(route, server);
    case 'subscription':
      route.surround({ log: server.log, onUndeliverable });
      return subscriptionHandler(route, server, onUndeliverable);
  }
}

function handlersByPath(services: readonly Service[], handler: (route: Route) => RequestHandler) {
  const paths = new Map<string, Handlers>();
  for (const route of services.flatMap(({ routes }) => routes)) {
    const handlers = paths.get(route.spec.path) ?? new Map<string, RequestHandler>();
    const method = methodOf(route);
    if (handlers.has(method)) throw new Error(`${method} ${route.spec.path} is declared twice`);
    paths.set(route.spec.path, handlers.set(method, handler(route)));
  }
  return paths;
}

/** Express would answer HEAD with GET's handler; here only what is declared is served. */
function byMethod(handlers: Handlers, server: ServerContext): RequestHandler {
  const allow = [...handlers.keys()].join(', ');
  const refuse = answering(server, () => new AppError('METHOD_NOT_ALLOWED', `Allowed here: ${allow}`), { allow });
  return (request, response, next) => (handlers.get(request.method) ?? refuse)(request, response, next);
}

const answering =
  (server: ServerContext, error: () => unknown, headers: Readonly<Record<string, string>> = {}): RequestHandler =>
  (request, response) => {
    const id = requestId(request.headers['x-request-id'], server.random);
    fail(response, { id, log: new RequestLog(server.log, id) }, error(), headers);
  };

/** What Express itself throws. Its four parameters are how Express knows it. */
const lastResort =
  (server: ServerContext): ErrorRequestHandler =>
  (error: unknown, request, response, _next) =>
    answering(server, () => error)(request, response, _next);
