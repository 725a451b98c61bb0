import type { Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { WebApp } from './ports.ts';

/** The web app beside the API. In the cloud its files and `config.json` lie on any static host, and an issuer signs in. */
export const createWebApp = (app: WebApp): Service => ({
  name: 'web',
  routes: endpoints.map((endpoint) => endpoint(app)),
  ready: async () => undefined,
  drain: async () => undefined,
});
