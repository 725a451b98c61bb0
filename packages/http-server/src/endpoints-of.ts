import type { z } from 'zod';
import type {
  Auth,
  EndpointRoute,
  EndpointSpec,
  FilesRoute,
  FilesSpec,
  StreamRoute,
  StreamSpec,
  SubscriptionRoute,
  SubscriptionSpec,
} from './define.ts';
import { endpointRoute } from './routes/endpoint-route.ts';
import { streamRoute } from './routes/stream-route.ts';
import { subscriptionRoute } from './routes/subscription-route.ts';

/** The declarations of an app, typed by what its handlers may reach as `app`. */
export interface Declarations<App> {
  endpoint<A extends Auth, I extends z.ZodType, O extends z.ZodType>(
    spec: EndpointSpec<App, A, I, O>,
  ): (app: App) => EndpointRoute;
  stream<I extends z.ZodType>(spec: StreamSpec<App, I>): (app: App) => StreamRoute;
  subscription<E extends object>(spec: SubscriptionSpec<App, E>): (app: App) => SubscriptionRoute;
  files(spec: (app: App) => FilesSpec): (app: App) => FilesRoute;
}

export const endpointsOf = <App>(): Declarations<App> => ({
  endpoint: endpointRoute,
  stream: streamRoute,
  subscription: subscriptionRoute,
  files: (spec) => (app) => ({ kind: 'files', spec: { ...spec(app), path: '/', auth: 'public' } }),
});
