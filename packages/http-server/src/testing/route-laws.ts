import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Route, Service } from '../define.ts';
import type { RunningServer } from '../listen.ts';
import { authOf, methodOf, placesOf } from '../routes/route-facts.ts';

export interface ServedRoutes extends Pick<RunningServer, 'url' | 'close'> {
  readonly services: readonly Service[];
  /** Valid header values, an operator's and a service's, to look behind the door as well. */
  readonly credentials: { readonly authorization: string; readonly internalAuth: string };
}

const OpenApiPaths = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ security: z.array(z.unknown()) }))),
});
/** In the envelope, or as the first version of action-engine has it. */
const Refusal = z.union([
  z.object({ success: z.literal(false), error: z.object({ code: z.string(), requestId: z.string() }) }),
  z.object({ status: z.literal('error'), error: z.object({ code: z.string() }), request_id: z.string() }),
]);

const builtIn = ['GET /healthz', 'GET /readyz', 'GET /openapi.json', 'GET /docs', 'GET /metrics'];

const nameOf = (route: Route) => `${methodOf(route)} ${route.spec.path}`;
const templated = (name: string) => name.replace(/:(\w+)/g, '{$1}');
const addressOf = (server: ServedRoutes, route: Route) => server.url + route.spec.path.replace(/:\w+/g, 'x');

/**
 * What holds for every route of every service, whoever wrote it:
 * nobody gets in without credentials, what is served is documented, and nothing undeclared is taken or answered.
 * Start the server with a high `failuresPerMinute`: these tests fail to sign in on purpose.
 */
export function describeRouteLaws(name: string, start: () => Promise<ServedRoutes>): void {
  describe(`every route of ${name}`, () => {
    let server: ServedRoutes;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.close());
    const routes = () => server.services.flatMap((service) => service.routes).flatMap(placesOf);
    const guarded = () => routes().filter((route) => authOf(route) !== 'public' && authOf(route) !== 'visitor');

    test('there are routes', () => expect(routes()).not.toHaveLength(0));

    test.each([
      ['without credentials', {}],
      ['with a token that is none', { authorization: 'Bearer a.b.c' }],
      ['with a wrong internal secret', { 'x-internal-auth': 'wrong' }],
    ])('is closed %s', async (_, headers) => {
      expect(await answers(guarded(), (route) => ask(server, route, { headers }))).toEqual(
        expected(guarded(), '401 UNAUTHORIZED'),
      );
    });

    test('D12, D14: is closed to people where services call, and to services where people do', async () => {
      const wrong = (route: Route) =>
        isForPeople(route)
          ? { 'x-internal-auth': server.credentials.internalAuth }
          : { authorization: server.credentials.authorization };
      const oneSided = guarded().filter((route) => authOf(route) !== 'caller');
      expect(await answers(oneSided, (route) => ask(server, route, { headers: wrong(route) }))).toEqual(
        expected(oneSided, '401 UNAUTHORIZED'),
      );
    });

    test('is in openapi.json, and nothing else is', async () => {
      const { paths } = await openApi(server);
      const documented = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(documented.sort()).toEqual([...routes().map(nameOf), ...builtIn].map(templated).sort());
    });

    test('says in openapi.json whom it lets in', async () => {
      const { paths } = await openApi(server);
      const open = routes().filter((route) => {
        const { security = [] } = paths[templated(route.spec.path)]?.[methodOf(route).toLowerCase()] ?? {};
        return (security.length === 0) !== (authOf(route) === 'public');
      });
      expect(open.map(nameOf)).toEqual([]);
    });

    test('refuses fields that it does not declare', async () => {
      const strict = routes().filter(isStrict);
      expect(await answers(strict, (route) => ask(server, route, unexpectedField(server, route)))).toEqual(
        expected(strict, '422 VALIDATION_FAILED'),
      );
    });

    test.each(['HEAD', 'OPTIONS', 'PATCH'])('answers %s only where it is declared', async (method) => {
      const others = routes().filter(
        ({ spec }) => !routes().some((route) => route.spec.path === spec.path && answersTo(route, method)),
      );
      const statuses = await Promise.all(others.map((route) => fetch(addressOf(server, route), { method })));
      expect(statuses.map(({ status }) => status)).toEqual(others.map(() => 405));
    });
  });
}

const isForPeople = (route: Route) => authOf(route) === 'user' || authOf(route) === 'operator';

/** Whoever looks for a page may ask for its head alone; an API's answer is made for those who read it. */
const answersTo = (route: Route, method: string) =>
  methodOf(route) === method || (route.kind === 'files' && method === 'HEAD');

async function openApi(server: ServedRoutes) {
  const answer = await fetch(`${server.url}/openapi.json`);
  return OpenApiPaths.parse(await answer.json());
}

async function ask(server: ServedRoutes, route: Route, init: RequestInit & { query?: string }): Promise<string> {
  const answer = await fetch(addressOf(server, route) + (init.query ?? ''), { method: methodOf(route), ...init });
  const { error } = Refusal.parse(await answer.json());
  return `${answer.status} ${error.code}`;
}

async function answers(routes: readonly Route[], answer: (route: Route) => Promise<string>): Promise<object> {
  const pairs = await Promise.all(routes.map(async (route) => [nameOf(route), await answer(route)] as const));
  return Object.fromEntries<string>(pairs);
}

const expected = (routes: readonly Route[], answer: string): object =>
  Object.fromEntries<string>(routes.map((route) => [nameOf(route), answer]));

/** Free-form inputs (a `catchall`) and raw bodies take what they are given, by declaration. */
function isStrict(route: Route): boolean {
  if (route.kind === 'subscription' || route.kind === 'files') return false;
  if (route.kind === 'endpoint' && route.spec.body === 'raw') return false;
  const { input } = route.spec;
  return input instanceof z.ZodObject && (input.def.catchall === undefined || input.def.catchall instanceof z.ZodNever);
}

function unexpectedField({ credentials }: ServedRoutes, route: Route): RequestInit & { query?: string } {
  const headers = isForPeople(route)
    ? { authorization: credentials.authorization }
    : { 'x-internal-auth': credentials.internalAuth };
  if (methodOf(route) === 'GET') return { headers, query: '?notDeclared=1' };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: '{"notDeclared":1}' };
}
