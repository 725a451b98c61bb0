import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { secrets, startToyServer, type ToyServer } from '../testing/start-toy-server.ts';
import { createCounter } from './counter.ts';
import { metricsText } from './metrics-text.ts';

describe('a counter', () => {
  test('stands at 0 before the first event', () => {
    expect(metricsText([createCounter('a_total', 'Counts a.')])).toBe(
      '# HELP a_total Counts a.\n# TYPE a_total counter\na_total 0\n',
    );
  });
  test('counts each set of labels on its own', () => {
    const counter = createCounter('a_total', 'h');
    counter.increment({ type: 'todo' });
    counter.increment({ type: 'todo' }, 2);
    counter.increment({ type: 'no"te\n' });
    expect(metricsText([counter])).toContain('a_total{type="todo"} 3\na_total{type="no\\"te\\n"} 1\n');
  });
  test('of the same name in two services is one family, added up', () => {
    const [first, second] = [createCounter('a_total', 'h'), createCounter('a_total', 'h')];
    first.increment();
    second.increment({}, 4);
    expect(metricsText([first, second])).toBe('# HELP a_total h\n# TYPE a_total counter\na_total 5\n');
  });
});

describe('GET /metrics', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.close());
  const metrics = async () =>
    (await server.call({ path: '/metrics', headers: { 'x-internal-auth': secrets.current } })).text;

  test('is for services only', async () => {
    expect((await server.call({ path: '/metrics' })).status).toBe(401);
    expect((await server.call({ path: '/metrics', headers: await server.user() })).status).toBe(401);
  });
  test('counts requests by declared path, so that ids make no series', async () => {
    const headers = await server.user();
    for (const id of ['t1', 't2']) await server.call({ method: 'DELETE', path: `/toys/${id}`, headers });
    await server.call({ method: 'DELETE', path: '/toys/t1' });
    const text = await metrics();
    expect(text).toContain('http_requests_total{method="DELETE",route="/toys/:id",status="204"} 2');
    expect(text).toContain('http_requests_total{method="DELETE",route="/toys/:id",status="401"} 1');
    expect(text).toContain('http_request_duration_seconds_count{method="DELETE",route="/toys/:id"} 3');
    expect(text).toContain('http_request_duration_seconds_bucket{method="DELETE",route="/toys/:id",le="+Inf"} 3');
    expect(text).not.toContain('/toys/t1');
  });
  test('shows the process and the streams', async () => {
    expect(await metrics()).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(await metrics()).toMatch(/^http_streams_open 0$/m);
  });
  test('every line is a comment or a sample', async () => {
    const sample = /^[a-z_]+(\{([a-z]+="(\\.|[^"\\])*",?)+\})? [\d.e+-]+$/;
    const lines = (await metrics()).trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('# ') && !sample.test(line))).toEqual([]);
  });
});
