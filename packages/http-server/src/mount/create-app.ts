import { AppError } from '@intexuraos/kernel';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Service } from '../define.ts';
import { RequestLog } from '../log/request-log.ts';
import { requestId } from '../request/request-id.ts';
import { bySpecificity, pathParameters } from '../routes/path.ts';
import { authOf, methodOf, placesOf } from '../routes/route-facts.ts';
import type { ServerContext } from '../server-context.ts';
import { fail } from './fail.ts';
import { filesHandler } from './files-handler.ts';
import { handlerOf, type MountedRoute } from './handler-of.ts';

export interface MountOptions {
  /** How many proxies stand before us; only then is X-Forwarded-For believed, and only that far. */
  readonly trustedProxies: number;
}

/** The Express application that serves the services' routes, and nothing else. */
export function createApp(services: readonly Service[], server: ServerContext, options: MountOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', options.trustedProxies);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  const paths = [...routesByPath(services)].sort(([a], [b]) => bySpecificity(a, b));
  const handlers = paths.map(([path, routes]) => [path, pathHandler(routes, server)] as const);
  app.use(fixedPaths(handlers));
  for (const [path, handler] of handlers) if (hasParameters(path)) app.route(path).all(handler);
  for (const route of filesOf(services)) app.use(filesHandler(route, server));
  app.use(refusing(server, () => new AppError('NOT_FOUND', 'There is nothing at this path')));
  app.use(lastResort(server));
  return app;
}

const hasParameters = (path: string) => pathParameters(path).length > 0;

/** A path without parameters is found by looking it up; Express would try one pattern after the other. */
function fixedPaths(handlers: readonly (readonly [string, RequestHandler])[]): RequestHandler {
  const fixed = new Map(handlers.filter(([path]) => !hasParameters(path)));
  return (request, response, next) => {
    const handler = fixed.get(request.path);
    return handler === undefined ? next() : handler(request, response, next);
  };
}

/** They come last: what a route answers is never looked for in a folder. */
const filesOf = (services: readonly Service[]) =>
  services.flatMap(({ routes }) => routes).filter((route) => route.kind === 'files');

function routesByPath(services: readonly Service[]): Map<string, MountedRoute[]> {
  const paths = new Map<string, MountedRoute[]>();
  for (const route of services.flatMap(({ routes }) => routes).flatMap(placesOf)) {
    if (route.kind === 'files') continue;
    const { path } = route.spec;
    const others = paths.get(path) ?? [];
    const method = methodOf(route);
    if (others.some((other) => methodOf(other) === method)) throw new Error(`${method} ${path} is declared twice`);
    paths.set(path, [...others, route]);
  }
  return paths;
}

/** Express would answer HEAD with GET's handler; here only declared methods are served, and a known page's preflight. */
function pathHandler(routes: readonly MountedRoute[], server: ServerContext): RequestHandler {
  const handlers = new Map<string, RequestHandler>(routes.map((route) => [methodOf(route), handlerOf(route, server)]));
  const allow = [...handlers.keys()].join(', ');
  const refuse = refusing(server, () => new AppError('METHOD_NOT_ALLOWED', `Allowed here: ${allow}`), { allow });
  const isForPages = routes.some((route) => pageAuths.has(authOf(route)));
  return (request, response, next) => {
    if (isForPages && request.headers.origin !== undefined) {
      server.origins.greet(request, response);
      const preflight = server.origins.preflight(request);
      if (preflight !== null) return void response.writeHead(204, { ...preflight }).end();
    }
    return (handlers.get(request.method) ?? refuse)(request, response, next);
  };
}

/** Only these are called from web pages. */
const pageAuths = new Set<string>(['user', 'operator', 'caller', 'visitor', 'public']);

const refusing =
  (server: ServerContext, error: () => unknown, headers: Readonly<Record<string, string>> = {}): RequestHandler =>
  (request, response) => {
    const id = requestId(request.headers['x-request-id'], server.random);
    fail(response, { id, log: new RequestLog(server.log, id) }, error(), headers);
  };

/** What Express itself throws. Its four parameters are how Express knows it. */
const lastResort =
  (server: ServerContext): ErrorRequestHandler =>
  (error: unknown, request, response, next) =>
    refusing(server, () => error)(request, response, next);
