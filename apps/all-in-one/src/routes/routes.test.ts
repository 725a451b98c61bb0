import type { Route } from '@intexuraos/http-server';
import { describeRouteLaws } from '@intexuraos/http-server/route-laws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Belongings, giveOneOfEach } from './testing/belongings.ts';
import { type StillMachine, startStillMachine } from './testing/still-machine.ts';

const anna = 'auth0|anna';
const ben = 'auth0|ben';

describeRouteLaws('the whole product', async () => {
  const machine = await startStillMachine();
  return {
    ...machine,
    credentials: { authorization: machine.operator, internalAuth: machine.internalAuth },
  };
});

/** Bodies with which a route would do something, where `{}` would not. A route that needs one and lacks it answers 422 below. */
const bodies: Readonly<Record<string, object>> = {
  'PATCH /items/:kind/:id': { completed: true },
  'PATCH /connections/:connectionId': { label: 'Something else' },
  'PATCH /actions/:actionId': { title: 'Something else' },
  'POST /actions/:actionId/resolve-duplicate': { action: 'skip' },
};

/** What a route has to be asked. */
const queries: Readonly<Record<string, string>> = {
  'GET /internal/users/by-whatsapp': '?phone=48600000000',
  'GET /internal/notes': '?userId=:userId',
  'GET /calendar.ics': '?token=:calendarToken',
};

/** Addresses below one's own name: nobody else's can be said there. */
const isOwnByAddress = (path: string) => path.startsWith('/users/me/');

describe('what belongs to one person', () => {
  let machine: StillMachine;
  let annas: Belongings;
  beforeAll(async () => {
    machine = await startStillMachine();
    annas = await giveOneOfEach(machine, anna);
  });
  afterAll(() => machine.close());

  const nameOf = (route: Route) => `${route.kind === 'endpoint' ? route.spec.method : 'GET'} ${route.spec.path}`;
  const routes = () => machine.services.flatMap((service) => service.routes);
  const addressed = () =>
    routes().filter(
      ({ kind, spec }) => kind === 'endpoint' && ['user', 'caller'].includes(spec.auth) && spec.path.includes('/:'),
    );
  const addressOf = (route: Route) =>
    machine.url +
    (route.spec.path + (queries[nameOf(route)] ?? '')).replace(/:(\w+)/g, (_, name: string) => {
      const value = annas[name];
      if (value === undefined) throw new Error(`${route.spec.path}: give Anna one of what :${name} stands for`);
      return encodeURIComponent(value);
    });

  async function call(route: Route, headers: Record<string, string>): Promise<string> {
    const [method = ''] = nameOf(route).split(' ');
    const body = method === 'GET' ? undefined : JSON.stringify(bodies[nameOf(route)] ?? {});
    const aborted = new AbortController();
    const answer = await fetch(addressOf(route), {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
      signal: aborted.signal,
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (isStream) aborted.abort();
    else await answer.arrayBuffer();
    return String(answer.status);
  }

  async function answersOf(list: readonly Route[], headers: Record<string, string>) {
    const answers = await Promise.all(list.map(async (route) => [nameOf(route), await call(route, headers)] as const));
    return Object.fromEntries(answers);
  }

  test('D38: is 404 for everybody else, on every route, and stays as it is', async () => {
    const foreign = addressed().filter(({ spec }) => !isOwnByAddress(spec.path));
    const before = await machine.stored();
    const answers = await answersOf(foreign, { authorization: await machine.authorizationOf(ben) });
    expect(answers).toEqual(Object.fromEntries(foreign.map((route) => [nameOf(route), '404'])));
    expect(await machine.stored()).toEqual(before);
  });

  test('what operators see and do is 403 for everybody else, on every route', async () => {
    const routesOfOperators = routes().filter(({ spec }) => 'auth' in spec && spec.auth === 'operator');
    const before = await machine.stored();
    const answers = await answersOf(routesOfOperators, { authorization: await machine.authorizationOf(anna) });
    expect(answers).toEqual(Object.fromEntries(routesOfOperators.map((route) => [nameOf(route), '403'])));
    expect(routesOfOperators).not.toHaveLength(0);
    expect(await machine.stored()).toEqual(before);
  });

  test('is there for its owner, and no GET of anything changes anything', async () => {
    const gets = routes().filter(
      (route) => nameOf(route).startsWith('GET ') && route.spec.path !== '/whatsapp/webhooks',
    );
    const of = (...auths: readonly string[]) => gets.filter(({ spec }) => 'auth' in spec && auths.includes(spec.auth));
    const before = await machine.stored();
    const answers = {
      ...(await answersOf(of('user', 'caller'), { authorization: await machine.authorizationOf(anna) })),
      ...(await answersOf(of('operator'), { authorization: machine.operator })),
      ...(await answersOf(of('service', 'scheduler', 'public'), { 'x-internal-auth': machine.internalAuth })),
    };
    const notBuilt = ['GET /', '404'];
    expect(Object.entries(answers).filter(([, status]) => status !== '200')).toEqual([notBuilt]);
    expect(await machine.stored()).toEqual(before);
  });
});
