import { commandIngest } from '@intexuraos/contracts';
import {
  createAuthenticator,
  endpointsOf,
  listen,
  type RunningServer,
  type Undeliverable,
} from '@intexuraos/http-server';
import { AppError, systemRandom } from '@intexuraos/kernel';
import { deliveriesMax, type Publisher } from '@intexuraos/messaging';
import { createMemoryCarrier, type MemoryCarrier } from '@intexuraos/messaging/memory';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { createManualClock, createRecordingLogger, createTokenIssuer, type TokenIssuer } from '@intexuraos/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { deadLetters } from './collection.ts';
import { keepDeadLetter } from './keep.ts';
import { deadLetterRoutes } from './routes.ts';

const command = {
  type: 'command.ingest',
  userId: 'anna',
  sourceType: 'whatsapp',
  externalId: 'wamid.1',
  text: 'note: my private words',
  timestamp: '2026-12-01T09:00:00.000Z',
} as const;

const Letter = z.object({
  id: z.string(),
  reason: z.string(),
  sample: z.string(),
  canRedrive: z.boolean(),
  redrive: z.object({ by: z.string(), doneAt: z.string().nullable() }).nullable(),
});
const Page = z.object({ data: z.object({ deadLetters: z.array(Letter), nextCursor: z.string().nullable() }) });
const One = z.object({ data: z.object({ deadLetter: Letter }) });

let issuer: TokenIssuer;
beforeAll(async () => {
  issuer = await createTokenIssuer();
});
afterAll(() => issuer.close());

interface World {
  readonly server: RunningServer;
  readonly carrier: MemoryCarrier;
  readonly log: ReturnType<typeof createRecordingLogger>;
  readonly handled: string[];
  readonly clock: ReturnType<typeof createManualClock>;
  readonly store: ReturnType<typeof createMemoryStore>;
  keep(message: Partial<Undeliverable>): Promise<void>;
  /** While this throws, the consumer does. */
  works: boolean;
  publisher: Publisher;
}

let world: World;

/** A consumer, a carrier and the operator's routes, over real HTTP and tokens. */
beforeEach(async () => {
  const clock = createManualClock(Date.now());
  const log = createRecordingLogger();
  const store = createMemoryStore({ clock });
  const carrier = createMemoryCarrier({ clock });
  const publisher: Publisher = { publish: (topic, event) => world.publisher.publish(topic, event) };
  const platform = { store, clock, random: systemRandom, log, publisher };
  const { subscription } = endpointsOf<string[]>();
  const handled: string[] = [];
  const consumer = subscription({
    topic: commandIngest,
    name: 'commands',
    path: '/internal/commands/ingest',
    summary: 'Takes commands.',
    handle: async ({ externalId }, { app }) => {
      if (!world.works) throw new AppError('UNAVAILABLE', 'not now');
      app.push(externalId);
    },
  })(handled);
  const service = {
    name: 'toy',
    routes: [consumer, ...deadLetterRoutes(platform)],
    ready: async () => undefined,
    drain: async () => undefined,
  };
  const server = await listen([service], {
    port: 0,
    log,
    clock,
    onUndeliverable: keepDeadLetter(platform),
    authenticator: createAuthenticator({
      user: {
        issuer: issuer.issuer,
        audience: 'api',
        jwks: issuer.jwksUrl,
        algorithms: ['RS256'],
        operator: { name: 'scope', value: 'operate' },
      },
      internal: { current: 'b1946ac92492d2347c6235b4d2611184-internal' },
      clock,
    }),
  });
  carrier.attach(consumer.consumer);
  const usual = {
    subscription: 'commands',
    event: 'command.ingest',
    messageId: 'm',
    reason: 'r',
    hash: 'h',
    sample: 's',
  };
  const keep = (message: Partial<Undeliverable>) => keepDeadLetter(platform)({ ...usual, body: null, ...message });
  world = { server, carrier, log, handled, clock, store, keep, works: false, publisher: carrier };
});
afterEach(() => world.server.close());

async function ask(method: string, path: string, claims: object = { scope: 'operate' }): Promise<Response> {
  const authorization = `Bearer ${await issuer.mint({ aud: 'api', sub: 'olga', ...claims })}`;
  return fetch(`${world.server.url}${path}`, { method, headers: { authorization } });
}
const list = async (query = '') => Page.parse(await (await ask('GET', `/operations/dead-letters${query}`)).json()).data;
const redrive = (id: string) => ask('POST', `/operations/dead-letters/${id}/redrive`);
const redriven = async (id: string) => One.parse(await (await redrive(id)).json()).data.deadLetter;
async function theOnlyOne() {
  const { deadLetters } = await list();
  expect(deadLetters).toHaveLength(1);
  return Letter.parse(deadLetters[0]);
}
async function aGivenUpCommand() {
  await world.carrier.publish(commandIngest, command);
  await world.carrier.deliverAll();
  return theOnlyOne();
}

describe('a message that failed too often', () => {
  test('is put aside, and shown without what somebody wrote', async () => {
    const letter = await aGivenUpCommand();
    expect(letter).toMatchObject({
      reason: `failed ${deliveriesMax} times: UNAVAILABLE`,
      canRedrive: true,
      redrive: null,
    });
    expect(JSON.stringify(letter)).not.toContain('private');
    expect(JSON.stringify(world.log.entries)).not.toContain('private');
    expect([world.carrier.pending(), await world.carrier.deadLetters(1)]).toEqual([[], []]);
  });

  test('is sent again by an operator, who is named', async () => {
    const { id } = await aGivenUpCommand();
    world.works = true;
    expect(await redriven(id)).toMatchObject({
      canRedrive: false,
      redrive: { by: 'olga', doneAt: expect.any(String) },
    });
    await world.carrier.deliverAll();
    expect(world.handled).toEqual(['wamid.1']);
    expect(await theOnlyOne()).toMatchObject({ redrive: { by: 'olga' } });
  });

  test('that fails again comes back as a letter of its own', async () => {
    const { id } = await aGivenUpCommand();
    await redriven(id);
    await world.carrier.deliverAll();
    expect((await list()).deadLetters.map(({ canRedrive }) => canRedrive)).toEqual(
      expect.arrayContaining([false, true]),
    );
  });

  test('is sent once, though it is asked for ten times at once and once more', async () => {
    const { id } = await aGivenUpCommand();
    const answers = await Promise.all(Array.from({ length: 10 }, () => redrive(id)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect((await redriven(id)).redrive).toMatchObject({ doneAt: expect.any(String) });
    expect(world.carrier.pending()).toHaveLength(1);
  });

  test('waits on while the messages cannot be published', async () => {
    const { id } = await aGivenUpCommand();
    world.publisher = { publish: () => Promise.reject(new AppError('UNAVAILABLE', 'no')) };
    expect((await redrive(id)).status).toBe(503);
    expect(await theOnlyOne()).toMatchObject({ canRedrive: true, redrive: null });
    world.publisher = world.carrier;
    expect((await redrive(id)).status).toBe(200);
    expect(world.carrier.pending()).toHaveLength(1);
  });

  test('whose sender died over it can be taken up a minute later', async () => {
    const { id } = await aGivenUpCommand();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.publisher = { publish: () => promise };
    const first = redrive(id);
    while ((await theOnlyOne()).redrive === null) await new Promise((done) => setTimeout(done, 5));
    world.publisher = world.carrier;
    expect(await redriven(id)).toMatchObject({ redrive: { doneAt: null } });
    world.clock.jump(60_000);
    expect(await redriven(id)).toMatchObject({ redrive: { doneAt: expect.any(String) } });
    resolve();
    expect((await first).status).toBe(200);
    expect(world.carrier.pending()).toHaveLength(1);
  });

  test('is forgotten when an operator dismisses it, and after thirty days', async () => {
    const { id } = await aGivenUpCommand();
    expect((await ask('DELETE', `/operations/dead-letters/${id}`)).status).toBe(200);
    expect((await list()).deadLetters).toEqual([]);
    expect([(await redrive(id)).status, (await ask('DELETE', `/operations/dead-letters/${id}`)).status]).toEqual([
      404, 404,
    ]);
    await aGivenUpCommand();
    world.clock.jump(30 * 86_400_000);
    const orderBy = { field: 'at', direction: 'descending' } as const;
    expect((await world.store.query(deadLetters, { where: {}, orderBy, limit: 1 })).docs).toEqual([]);
  });
});

describe('a message that is none', () => {
  test.each([
    ['of which only a sample was kept', { body: null }, 'only a sample'],
    ['of an event that nobody knows', { event: 'toy.moved', body: '{}' }, 'only a sample'],
    [
      'that its schema still refuses',
      { body: JSON.stringify({ ...command, userId: '' }) },
      'still is no command.ingest',
    ],
  ])('%s is not sent', async (_, message, said) => {
    await world.keep(message);
    const answer = await redrive((await theOnlyOne()).id);
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(said)]);
    expect(await theOnlyOne()).toMatchObject({ redrive: null });
    expect(world.carrier.pending()).toEqual([]);
  });

  test('is sent once its schema has been mended', async () => {
    await world.keep({ reason: 'not a command.ingest: text', body: JSON.stringify(command) });
    expect((await redriven((await theOnlyOne()).id)).redrive).not.toBeNull();
    expect(world.carrier.pending()).toMatchObject([{ data: command }]);
  });
});

test('pages run from the newest to the oldest, and a made-up cursor is refused', async () => {
  for (const reason of ['one', 'two', 'three']) {
    await world.keep({ reason });
    world.clock.jump(1);
  }
  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
  expect([...first.deadLetters, ...second.deadLetters].map(({ reason }) => reason)).toEqual(['three', 'two', 'one']);
  expect(second.nextCursor).toBeNull();
  for (const query of ['?cursor=nonsense', '?limit=0', '?limit=101', '?userId=anna']) {
    expect((await ask('GET', `/operations/dead-letters${query}`)).status).toBe(422);
  }
});

test.each([
  ['GET', ''],
  ['POST', '/redrive'],
  ['DELETE', ''],
])('%s %s is 403 without the operator’s right, and nothing is shown or done', async (method, rest) => {
  const { id } = await aGivenUpCommand();
  const path = method === 'GET' ? '/operations/dead-letters' : `/operations/dead-letters/${id}${rest}`;
  for (const claims of [{}, { sub: 'anna' }, { scope: 'openid' }, { operator: true }]) {
    const answer = await ask(method, path, claims);
    expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('command')]);
  }
  expect(world.carrier.pending()).toEqual([]);
  expect(await theOnlyOne()).toMatchObject({ redrive: null });
});

test.each(['..%2f..', 'a.b', 'x'.repeat(129), '__id__', '%00'])('the id %s leads nowhere', async (id) => {
  expect([404, 422, 400]).toContain((await redrive(id)).status);
});
