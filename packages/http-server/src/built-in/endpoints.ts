import { z } from 'zod';
import { answer, type Service } from '../define.ts';
import { endpointsOf } from '../endpoints-of.ts';
import type { Metric } from '../metrics/metric.ts';
import { metricsText } from '../metrics/metrics-text.ts';
import { type DocsPage, docsPage } from './docs-page.ts';
import { type OpenApi, openApi } from './open-api.ts';
import { ready } from './ready.ts';

/** What the built-in endpoints tell about. */
export interface ServerFacts {
  readonly services: readonly Service[];
  readonly metrics: readonly Metric[];
  readonly isClosing: () => boolean;
  /** Made once, when all routes are known. */
  readonly openApi: () => OpenApi;
  readonly docsPage: () => DocsPage;
}

const { endpoint } = endpointsOf<ServerFacts>();
const nothing = z.object({});

const healthz = endpoint({
  method: 'GET',
  path: '/healthz',
  auth: 'public',
  summary: 'Tells that the process is alive.',
  wire: 'raw',
  input: nothing,
  output: z.object({ status: z.literal('ok') }),
  handle: async () => ({ status: 'ok' as const }),
});

const readyz = endpoint({
  method: 'GET',
  path: '/readyz',
  auth: 'public',
  summary: 'Tells whether all that the work needs is there; 503 while it is not, and from the beginning of a shutdown.',
  wire: 'raw',
  input: nothing,
  output: z.object({ status: z.literal('ready') }),
  handle: async (_, { app }) => {
    await ready(app.services, app.isClosing());
    return { status: 'ready' as const };
  },
});

const openapi = endpoint({
  method: 'GET',
  path: '/openapi.json',
  auth: 'public',
  summary: 'This API as an OpenAPI 3.1 document, made from the schemas that validate.',
  wire: 'raw',
  input: nothing,
  output: z.looseObject({ openapi: z.string() }),
  handle: async (_, { app }) => ({ ...app.openApi() }),
});

const docs = endpoint({
  method: 'GET',
  path: '/docs',
  auth: 'public',
  summary: 'This API as a page to read.',
  wire: 'raw',
  input: nothing,
  output: z.string(),
  handle: async (_, { app }) => {
    const { html, contentSecurityPolicy } = app.docsPage();
    return answer(200, html, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
    });
  },
});

const metrics = endpoint({
  method: 'GET',
  path: '/metrics',
  auth: 'service',
  summary: "Counters and durations in Prometheus' text format.",
  wire: 'raw',
  input: nothing,
  output: z.string(),
  handle: async (_, { app }) =>
    answer(200, metricsText(app.metrics), { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
});

/** What every server has beside its services' routes. */
export function builtInService(
  services: readonly Service[],
  metricsOfServer: readonly Metric[],
  isClosing: () => boolean,
): Service {
  let document: OpenApi | undefined;
  let page: DocsPage | undefined;
  const facts: ServerFacts = {
    services,
    metrics: [...metricsOfServer, ...services.flatMap((service) => service.metrics ?? [])],
    isClosing,
    openApi: () => (document ??= openApi([...services, self])),
    docsPage: () => (page ??= docsPage(facts.openApi())),
  };
  const self: Service = {
    name: 'server',
    routes: [healthz, readyz, openapi, docs, metrics].map((declared) => declared(facts)),
    ready: async () => undefined,
    drain: async () => undefined,
  };
  return self;
}
