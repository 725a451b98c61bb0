import { serveStandIn } from '../../testing/http-stand-in.ts';
import { findRoute, type Routes } from '../../testing/routes.ts';
import { googleRefusal } from './google-refusal.ts';

const isConnected = (authorization: string | undefined) => authorization?.startsWith('Bearer canary-') ?? false;

/** Serves one of Google's APIs, for accounts whose tokens begin with `canary-`. */
export const serveGoogle = (routes: Routes, port?: number) =>
  serveStandIn(
    {
      refusal: googleRefusal,
      answer(request, effect) {
        if (!isConnected(request.headers.authorization)) return googleRefusal(401);
        return findRoute(routes, request)?.(effect) ?? googleRefusal(404);
      },
    },
    port,
  );
