import { ErrorBody } from '@intexuraos/contracts';
import { z } from 'zod';
import type { Route, Service } from '../define.ts';
import { authOf, methodOf, placesOf } from '../routes/route-facts.ts';
import { operationInput } from './operation-input.ts';
import { operationOutput } from './operation-output.ts';

/** https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
}

const byService = [{ internal: [] }, { google: [] }];

const security = {
  user: [{ user: [] }],
  operator: [{ user: ['operator'] }],
  visitor: [{}, { user: [] }],
  service: byService,
  caller: [{ user: [] }, ...byService],
  scheduler: byService,
  push: [{ google: [] }],
  public: [],
} as const;

const securitySchemes = {
  user: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: "A person's access token." },
  internal: { type: 'apiKey', in: 'header', name: 'X-Internal-Auth', description: 'One of our own services.' },
  google: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: "A Google service account's OIDC token.",
  },
};

const templated = (path: string) => path.replace(/:(\w+)/g, '{$1}');

const operationId = (method: string, path: string) =>
  [method.toLowerCase(), ...path.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')].join('_');

function operation(service: Service, route: Route): Operation {
  const method = methodOf(route);
  const { path, summary } = route.spec;
  return {
    operationId: operationId(method, path),
    tags: [service.name],
    summary,
    security: security[authOf(route)],
    ...operationInput(route, method),
    responses: { ...operationOutput(route), default: refusalOf(route) },
  };
}

function refusalOf(route: Route): object {
  const form = route.kind === 'endpoint' ? route.spec.refusal : undefined;
  if (form === undefined) return { $ref: '#/components/responses/Error' };
  return refusalAnswer(form.schema);
}

const refusalAnswer = (schema: z.ZodType) => ({
  description: 'A refusal.',
  content: { 'application/json': { schema: z.toJSONSchema(schema) } },
});

/** All routes of all services as one document. */
export function openApi(services: readonly Service[]): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const service of services) {
    for (const route of service.routes.flatMap(placesOf)) {
      const operations = (paths[templated(route.spec.path)] ??= {});
      operations[methodOf(route).toLowerCase()] = operation(service, route);
    }
  }
  const title = services
    .map(({ name }) => name)
    .filter((name) => name !== 'server')
    .join(', ');
  const Error = refusalAnswer(ErrorBody);
  return {
    openapi: '3.1.1',
    info: { title, version: '1' },
    paths,
    components: { securitySchemes, responses: { Error } },
  };
}
