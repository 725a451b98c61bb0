import type { Auth, Method, Route } from '../define.ts';

/** The HTTP method of a route: streams are read, subscriptions are pushed to. */
export const methodOf = (route: Route): Method =>
  route.kind === 'endpoint' ? route.spec.method : route.kind === 'stream' ? 'GET' : 'POST';

/** Whom a route lets in. */
export const authOf = (route: Route): Auth | 'push' => (route.kind === 'subscription' ? 'push' : route.spec.auth);
