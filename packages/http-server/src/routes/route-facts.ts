import type { Auth, Method, Route } from '../define.ts';

/** The HTTP method of a route: streams and files are read, subscriptions are pushed to. */
export function methodOf(route: Route): Method {
  switch (route.kind) {
    case 'endpoint':
      return route.spec.method;
    case 'subscription':
      return 'POST';
    case 'stream':
    case 'files':
      return 'GET';
  }
}

/** A route once for each path that it is served at. */
export function placesOf(route: Route): readonly Route[] {
  if (route.kind !== 'subscription' || route.spec.alias === undefined) return [route];
  return [route, { ...route, spec: { ...route.spec, path: route.spec.alias } }];
}

/** Whom a route lets in. */
export const authOf = (route: Route): Auth | 'push' => (route.kind === 'subscription' ? 'push' : route.spec.auth);
