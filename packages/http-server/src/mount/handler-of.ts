import type { RequestHandler } from 'express';
import type { Route } from '../define.ts';
import type { ServerContext } from '../server-context.ts';
import { endpointHandler } from './endpoint-handler.ts';
import { streamHandler } from './stream-handler.ts';
import { subscriptionHandler } from './subscription-handler.ts';

export function handlerOf(route: Route, server: ServerContext): RequestHandler {
  switch (route.kind) {
    case 'endpoint':
      return endpointHandler(route, server);
    case 'stream':
      return streamHandler(route, server);
    case 'subscription':
      return subscriptionHandler(route, server);
  }
}
