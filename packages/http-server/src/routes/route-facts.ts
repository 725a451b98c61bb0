import type { Auth, Method, Route } from '../define.ts';

/** The HTTP method of a route: streams are read, subscriptions are pushed to. */
export const methodOf = (route: Route): Method =>
  route.kind === 'endpoint' ? route.spec.method : route.kind === 'stream' ? 'GET' : 'POST';

/** A route once for each path that it is served at. */
export function placesOf(route: Route): readonly Route[] {
  if (route.kind !== 'subscription' || route.spec.alias === undefined) return [route];
  return [route, { ...route, spec: { ...route.spec, path: route.spec.alias } }];
}

/** Whom a route lets in. */
export const authOf = (route: Route): Auth | 'push' => (route.kind === 'subscription' ? 'push' : route.spec.auth);
