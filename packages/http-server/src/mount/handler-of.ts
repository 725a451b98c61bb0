import type { RequestHandler } from 'express';
import type { FilesRoute, Route } from '../define.ts';
import type { ServerContext } from '../server-context.ts';
import { endpointHandler } from './endpoint-handler.ts';
import { streamHandler } from './stream-handler.ts';
import { subscriptionHandler } from './subscription-handler.ts';

/** Those that are found by method and path. */
export type MountedRoute = Exclude<Route, FilesRoute>;

export function handlerOf(route: MountedRoute, server: ServerContext): RequestHandler {
  switch (route.kind) {
    case 'endpoint':
      return endpointHandler(route, server);
    case 'stream':
      return streamHandler(route, server);
    case 'subscription':
      return subscriptionHandler(route, server);
  }
}
