import { setImmediate as nextTurn } from 'node:timers/promises';
import { createPublicAgents } from '@intexuraos/public-web';
import { createManualClock } from '@intexuraos/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ConnectorError } from '../connector-error.ts';
import { linear } from '../linear/index.ts';
import { serveLinear } from '../linear/testing/stand-in.ts';
import { slack } from '../slack/index.ts';
import { serveSlack } from '../slack/testing/stand-in.ts';
import { bindOperation } from '../testing/direct-calls.ts';
import type { Fault } from '../testing/faults.ts';
import { type Platform, serveStandIn } from '../testing/http-stand-in.ts';
import { createOperations, type OperationsSettings } from './create-operations.ts';
import type { Wish } from './wish.ts';

const token = 'canary-engine-token';
const message = bindOperation(slack, 'post_message', { channel: 'C1', text: 'Lunch is at noon' });
const change = bindOperation(slack, 'update_message', {
  channel: 'C1',
  ts: '1503435956.000247',
  text: 'Lunch is at one',
});
const issue = bindOperation(linear, 'create_issue', { title: 'The door squeaks', team_id: 'team-1' });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const accountOf = (id: string): Wish['account'] => ({
  id,
  settings: {},
  credentials: async () => ({ accessToken: token }),
});
const wishOf = (details: Partial<Wish>): Wish => ({
  connector: slack,
  bound: message,
  account: accountOf('a'),
  key: 'wish-1',
  began: false,
  ...details,
});

/** Both platforms, and an engine that asks them. */
async function serve(settings: Partial<OperationsSettings> = {}) {
  const [slackServer, linearServer] = await Promise.all([serveSlack(), serveLinear()]);
  const agents = createPublicAgents({ loopbackAllowed: true });
  closing.push(() => Promise.all([slackServer.close(), linearServer.close(), agents.close()]));
  const apiUrls = { slack: slackServer.url, linear: linearServer.url };
  const operations = createOperations({ agents, apiUrls, backoffMs: 1, attemptMs: 2_000, ...settings });
  return { slackServer, linearServer, perform: (details: Partial<Wish>) => operations.perform(wishOf(details)) };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await nextTurn();
}

describe('pace', () => {
  test('an account is not asked again before its platform said, and the others are', async () => {
    const clock = createManualClock(1_000);
    const { slackServer, perform } = await serve({ clock });
    slackServer.plan(429);
    const refused = perform({ key: 'wish-1' });
    await until(() => clock.sleepers === 1);
    const waiting = perform({ key: 'wish-2' });
    await until(() => clock.sleepers === 2);
    expect(await perform({ key: 'wish-3', account: accountOf('b') })).toMatchObject({ outcome: 'executed' });
    await clock.advance(999);
    expect(slackServer.calls()).toBe(2);
    await clock.advance(1);
    expect(await Promise.all([refused, waiting])).toMatchObject([{ attempts: 2 }, { attempts: 1 }]);
    expect(slackServer.calls()).toBe(4);
  });

  test('who would have to wait longer than there is time is told so at once, and nothing leaves', async () => {
    const clock = createManualClock(1_000);
    const { slackServer, perform } = await serve({ clock, deadlineMs: 500 });
    slackServer.plan(429);
    await perform({});
    expect(await perform({ key: 'wish-2' })).toMatchObject({
      outcome: 'not_executed',
      attempts: 0,
      failure: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: 1_000 },
    });
    expect(slackServer.calls()).toBe(1);
  });
});

describe('a deadline', () => {
  test('ends a wish that could be tried again for ever', async () => {
    const { slackServer, perform } = await serve({ attemptMs: 500, deadlineMs: 1_200, attemptsMax: 1_000 });
    slackServer.always('hang before the effect');
    expect(await perform({ bound: change })).toMatchObject({ outcome: 'unknown' });
    expect(slackServer.calls()).toBeLessThanOrEqual(slack.pace.burst);
  });

  test('is over as soon as the caller gives up', async () => {
    const { slackServer, perform } = await serve();
    slackServer.always('hang before the effect');
    const caller = new AbortController();
    const performed = perform({ signal: caller.signal });
    await until(() => slackServer.calls() === 1);
    caller.abort();
    expect(await performed).toMatchObject({ outcome: 'unknown', attempts: 1 });
  });
});

test('D51: a host in the private network that one connector may ask is closed to every other', async () => {
  const agents = createPublicAgents({ loopbackAllowed: false });
  const { slackServer, perform } = await serve({ agents, privateHosts: { linear: ['127.0.0.1'] } });
  const read = { bound: bindOperation(linear, 'search', { term: 'Old' }), connector: linear };
  expect(await perform(read)).toMatchObject({ outcome: 'executed' });
  expect(await perform({})).toMatchObject({ outcome: 'not_executed', failure: { code: 'SSRF_BLOCKED' } });
  expect(slackServer.calls()).toBe(0);
  await agents.close();
});

describe('a bulkhead', () => {
  test('a platform that hangs fills its own places, and what finds none is refused without being sent', async () => {
    const { slackServer, perform } = await serve({ callsMax: 2 });
    slackServer.always('hang before the effect');
    const caller = new AbortController();
    const hanging = [1, 2].map((n) => perform({ key: `wish-${n}`, signal: caller.signal }));
    await until(() => slackServer.calls() === 2);
    expect(await perform({ key: 'wish-3' })).toMatchObject({
      outcome: 'not_executed',
      attempts: 0,
      failure: { code: 'RATE_LIMITED', retryable: true },
    });
    // A process before may have sent it, and nobody looked.
    expect(await perform({ key: 'wish-4', began: true })).toMatchObject({ outcome: 'unknown', attempts: 0 });
    expect(await perform({ connector: linear, bound: issue })).toMatchObject({ outcome: 'executed' });
    caller.abort();
    await Promise.all(hanging);
    slackServer.always(null);
    expect(await perform({ key: 'wish-5' })).toMatchObject({ outcome: 'executed' });
  });
});

describe('D59 and D60: after an effect that the answer did not tell', () => {
  const faults: readonly Fault[] = ['500 after the effect', 'hang after the effect', 'cut after the effect'];

  test.each(faults)('"%s": what has a key is done once, and known to be done', async (fault) => {
    const { linearServer, perform } = await serve({ attemptMs: 300 });
    linearServer.plan(fault);
    expect(await perform({ connector: linear, bound: issue })).toMatchObject({ outcome: 'executed' });
    expect(linearServer.ledger).toHaveLength(1);
  });

  test.each(faults)('"%s": what has no key is unknown, and not tried again', async (fault) => {
    const { slackServer, perform } = await serve({ attemptMs: 300 });
    slackServer.plan(fault);
    expect(await perform({})).toMatchObject({
      outcome: 'unknown',
      attempts: 1,
      failure: { message: expect.any(String) },
    });
    expect(slackServer.ledger).toHaveLength(1);
  });

  test.each(['HTML', '10 MB', 'wrong schema'] as const)('a 200 with "%s" is no answer', async (fault) => {
    const { slackServer, perform } = await serve();
    slackServer.plan(fault);
    expect(await perform({})).toMatchObject({
      outcome: 'unknown',
      attempts: 1,
      failure: { code: 'BAD_DOWNSTREAM_RESPONSE' },
    });
    expect(slackServer.ledger).toHaveLength(1);
  });
});

describe('credentials', () => {
  test('that cannot be refreshed end the wish: the person has to connect the account anew', async () => {
    const { slackServer, perform } = await serve();
    slackServer.always(401);
    let refreshed = 0;
    const credentials = async (stale?: unknown) => {
      if (stale === undefined) return { accessToken: token };
      refreshed += 1;
      throw new ConnectorError('CONNECTION_EXPIRED', 'Connect Slack anew');
    };
    expect(await perform({ account: { ...accountOf('a'), credentials } })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'CONNECTION_EXPIRED', retryable: false, message: 'Connect Slack anew' },
    });
    expect([refreshed, slackServer.calls()]).toEqual([1, 1]);
  });

  test('are taken out of whatever a platform says', async () => {
    const echo: Platform = {
      refusal: (status) => ({ status, body: {} }),
      answer: ({ headers }) => ({ status: 200, body: { ok: false, error: `no ${headers.authorization}` } }),
    };
    const server = await serveStandIn(echo);
    const agents = createPublicAgents({ loopbackAllowed: true });
    closing.push(() => Promise.all([server.close(), agents.close()]));
    const operations = createOperations({ agents, apiUrls: { slack: server.url } });
    const performed = await operations.perform(wishOf({}));
    expect(performed).toMatchObject({ failure: { message: 'Slack: no Bearer [secret]' } });
    expect(JSON.stringify(performed)).not.toContain(token);
  });

  test('that are not what the connector needs are told from a bad payload, and nothing leaves', async () => {
    const { slackServer, perform } = await serve();
    const account = { ...accountOf('a'), credentials: async () => ({ password: 'canary' }) };
    expect(await perform({ account })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'CONNECTION_EXPIRED' },
    });
    expect(slackServer.calls()).toBe(0);
  });
});

test('what nobody expected counts as done, perhaps: it is not tried again', async () => {
  const { perform } = await serve();
  const run = async () => {
    throw new RangeError('a mistake in a connector');
  };
  expect(await perform({ bound: { ...message, run } })).toMatchObject({
    outcome: 'unknown',
    attempts: 1,
    failure: { message: 'Something unexpected happened' },
  });
});
