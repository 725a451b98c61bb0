import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Served, serve, storeNames } from './testing/serve.ts';

const event = {
  type: 'command.ingest',
  userId: 'anna',
  sourceType: 'whatsapp',
  text: 'note: call the plumber about the leak',
  timestamp: '2026-11-20T10:00:00.000Z',
};
const readPath = (id: string) => `/internal/commands/${encodeURIComponent(id)}`;

describe.each(storeNames)('on %s', (storeName) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(storeName);
  });
  afterAll(() => served.close());

  const madeOf = (commandId: string) => served.neighbours.actions.get(commandId);
  const command = async (id: string) => (await served.internally('GET', readPath(id))).data;
  const sweep = async () => (await served.internally('POST', '/internal/commands/retry-pending')).data;
  const laterMs = 24 * 60 * 60_000;

  test('a message becomes a command and one action, however often it comes', async () => {
    const message = { ...event, externalId: 'wamid.A/B==' };
    expect(await Promise.all([served.deliver(message), served.deliver(message)])).toEqual(['ack', 'ack']);
    expect(await served.deliver(message)).toBe('ack');
    expect(madeOf('whatsapp:wamid.A/B==')).toEqual({
      userId: 'anna',
      commandId: 'whatsapp:wamid.A/B==',
      type: 'note',
      title: 'call the plumber about the leak',
      confidence: 0.95,
      payload: { prompt: 'call the plumber about the leak' },
    });
    expect(await command('whatsapp:wamid.A/B==')).toMatchObject({
      command: { text: event.text, sourceType: 'whatsapp', actionId: expect.any(String) },
    });
  });

  test('a message that cannot become an action now is delivered again, and becomes the same one', async () => {
    const message = { ...event, externalId: 'later' };
    served.neighbours.plan('unavailable');
    expect(await served.deliver(message)).toBe('retry');
    expect(await command('whatsapp:later')).toMatchObject({ command: { actionId: null, failure: null } });
    expect(await served.deliver(message)).toBe('ack');
    expect(madeOf('whatsapp:later')).toMatchObject({ type: 'note' });
  });

  test('so is one whose answer was lost, and it has one action', async () => {
    const message = { ...event, externalId: 'lost' };
    served.neighbours.plan('answer lost');
    expect(await served.deliver(message)).toBe('retry');
    expect(madeOf('whatsapp:lost')).toMatchObject({ type: 'note' });
    expect(await served.deliver(message)).toBe('ack');
    expect(await command('whatsapp:lost')).toMatchObject({ command: { actionId: expect.any(String) } });
  });

  test('a command without its action is taken up by the sweep, later each time, and not before its time', async () => {
    served.neighbours.plan('unavailable', 'unavailable');
    const { status, data } = await served.as('anna', 'POST', '/commands', { text: 'note: from the web' });
    expect({ status, data }).toMatchObject({ status: 202, data: { command: { actionId: null } } });
    expect(await sweep()).toEqual({ looked: 0, unsettled: 0 });
    await served.clock.advance(60_000);
    expect(await sweep()).toEqual({ looked: 1, unsettled: 1 });
    expect(await sweep()).toEqual({ looked: 0, unsettled: 0 });
    await served.clock.advance(60_000);
    expect(await sweep()).toEqual({ looked: 1, unsettled: 0 });
    expect(await sweep()).toEqual({ looked: 0, unsettled: 0 });
    expect([...served.neighbours.actions.values()].filter(({ title }) => title === 'from the web')).toHaveLength(1);
  });

  test('a command that nothing comes of for hours is given up, and an operator hears of it', async () => {
    served.neighbours.plan(...Array.from({ length: 16 }, () => 'unavailable' as const));
    await served.as('anna', 'POST', '/commands', { text: 'note: hopeless' }, { 'idempotency-key': 'hopeless' });
    for (let sweeps = 0; sweeps < 20; sweeps += 1) {
      await served.clock.advance(laterMs);
      await sweep();
    }
    expect(await sweep()).toEqual({ looked: 0, unsettled: 0 });
    const again = await served.as(
      'anna',
      'POST',
      '/commands',
      { text: 'note: hopeless' },
      { 'idempotency-key': 'hopeless' },
    );
    expect(again).toMatchObject({ status: 200, data: { command: { failure: { code: 'GIVEN_UP' } } } });
    expect(served.log.entries.filter(({ level }) => level === 'error')).not.toEqual([]);
  });

  test('what actions-agent will never take is not asked for again', async () => {
    const message = { ...event, externalId: 'refused' };
    served.neighbours.plan('refused');
    expect(await served.deliver(message)).toBe('ack');
    expect(await served.deliver(message)).toBe('ack');
    expect(madeOf('whatsapp:refused')).toBeUndefined();
    expect(await command('whatsapp:refused')).toMatchObject({ command: { failure: { code: 'VALIDATION_FAILED' } } });
  });

  test('an id that another message has changes nothing', async () => {
    const message = { ...event, externalId: 'taken' };
    await served.deliver(message);
    expect(await served.deliver({ ...message, userId: 'eve', text: 'todo: pay eve' })).toBe('ack');
    expect(madeOf('whatsapp:taken')).toMatchObject({ userId: 'anna' });
    const { userId, sourceType, externalId } = { ...message, userId: 'eve' };
    const reply = await served.internally('POST', '/internal/commands', { userId, sourceType, externalId, text: 'x' });
    expect(reply).toMatchObject({ status: 409, error: { code: 'CONFLICT' } });
  });

  test('signs that nobody sees are left out, and a message of nothing else comes to nothing', async () => {
    await served.deliver({ ...event, externalId: 'signs', text: 'note: a\u0000b\ud800c' });
    expect(madeOf('whatsapp:signs')).toMatchObject({ title: 'ab\ufffdc' });
    expect(await served.deliver({ ...event, externalId: 'blank', text: ' \u0001\n' })).toBe('ack');
    expect(await command('whatsapp:blank')).toMatchObject({ command: { actionId: null, failure: { code: 'EMPTY' } } });
  });

  describe('small talk', () => {
    const saysToPhone = (userId: string) => {
      const messages = served.phones.messages.filter((message) => message.userId === userId);
      return [...new Map(messages.map(({ messageKey, message }) => [messageKey, message])).values()];
    };

    test.each(['hello', 'ok thanks', 'danke', 'merci beaucoup', 'no, gracias', 'grazie', 'dzięki!', '👍', '?', 'yes'])(
      '"%s" is kept, and no action comes of it',
      async (text) => {
        const externalId = `talk-${encodeURIComponent(text)}`;
        expect(await served.deliver({ ...event, userId: 'talker', externalId, text })).toBe('ack');
        expect(madeOf(`whatsapp:${externalId}`)).toBeUndefined();
        expect(await command(`whatsapp:${externalId}`)).toMatchObject({
          command: { classification: null, actionId: null, failure: { code: 'SMALL_TALK' } },
        });
      },
    );

    test.each(['ok, buy bread', 'hello kitty', 'thanks to Eva we have a car', 'note: thanks', 'no 12'])(
      '"%s" is none',
      async (text) => {
        const externalId = `wish-${encodeURIComponent(text)}`;
        await served.deliver({ ...event, externalId, text });
        expect(madeOf(`whatsapp:${externalId}`)).toBeDefined();
      },
    );

    test('a greeting is answered in the chat once an hour, thanks never', async () => {
      for (const [externalId, text] of [
        ['g1', 'hello'],
        ['g1', 'hello'],
        ['g2', 'Hi!'],
        ['g3', 'thanks'],
      ])
        await served.deliver({ ...event, userId: 'greeter', externalId, text });
      expect(saysToPhone('greeter')).toEqual([expect.stringMatching(/^Hello! Write me what you want/)]);
    });

    test('a yes that answers nothing is told how to answer', async () => {
      await served.deliver({ ...event, userId: 'nodder', externalId: 'y1', text: 'Yes please' });
      expect(saysToPhone('nodder')).toEqual([expect.stringContaining('I cannot tell what this answers.')]);
    });

    test.each([
      'wait',
      'not yet',
      'Later!',
      'hold on, let me think',
      'maybe tomorrow',
      'moment mal',
      'más tarde',
      'poczekaj',
    ])('"%s" puts a question off: nothing is made of it, and the person learns that nothing is done', async (text) => {
      const [userId, externalId] = [randomUUID(), `delay-${encodeURIComponent(text)}`];
      await served.deliver({ ...event, userId, externalId, text });
      expect(madeOf(`whatsapp:${externalId}`)).toBeUndefined();
      expect(saysToPhone(userId)).toEqual([expect.stringContaining('Nothing is done without your yes.')]);
    });

    test.each(['wait for the plumber', 'later call Ana', 'tomorrow'])('"%s" does not', async (text) => {
      const externalId = `wish-${encodeURIComponent(text)}`;
      await served.deliver({ ...event, externalId, text });
      expect(madeOf(`whatsapp:${externalId}`)).toBeDefined();
    });

    test('is answered again when it could not be told, and on the web by its answer alone', async () => {
      const hello = { ...event, userId: 'unheard', externalId: 'u1', text: 'hello' };
      served.phones.areDown = true;
      expect(await served.deliver(hello)).toBe('retry');
      served.phones.areDown = false;
      expect(await served.deliver(hello)).toBe('ack');
      expect(saysToPhone('unheard')).toHaveLength(1);
      const { status, data } = await served.as('webby', 'POST', '/commands', { text: 'hello' });
      expect({ status, data }).toMatchObject({ status: 201, data: { command: { failure: { code: 'SMALL_TALK' } } } });
      expect(saysToPhone('webby')).toEqual([]);
    });
  });

  test('times are those of the person, counted from when they wrote', async () => {
    served.neighbours.locales.set('kenji', { timeZone: 'Asia/Tokyo', language: 'ja' });
    const text = 'remind me tomorrow at 9am to call mum';
    await served.deliver({ ...event, userId: 'kenji', externalId: 'tokyo', text, timestamp: '2026-11-19T23:30:00Z' });
    expect(madeOf('whatsapp:tokyo')).toMatchObject({
      type: 'reminder',
      title: 'call mum',
      payload: { prompt: 'tomorrow at 9am to call mum', remindAt: '2026-11-21T09:00:00+09:00' },
    });
  });

  test.each([
    ['en-GB', '2027-11-12T09:00:00+01:00'],
    ['en-US', '2027-12-11T09:00:00+01:00'],
    ['en', undefined],
  ])('digits are a day as somebody writes them whose language is %s', async (language, remindAt) => {
    const userId = `of-${language}`;
    served.neighbours.locales.set(userId, { timeZone: 'Europe/Warsaw', language });
    const text = 'remind me on 12/11/2027 at 9am to call mum';
    await served.deliver({ ...event, userId, externalId: userId, text });
    const { payload } = madeOf(`whatsapp:${userId}`) ?? {};
    expect(payload?.['remindAt']).toBe(remindAt);
  });

  test('no time is stated while nobody knows where the person is', async () => {
    served.neighbours.locales.set('lost', null);
    await served.deliver({ ...event, userId: 'lost', externalId: 'where', text: 'remind me tomorrow at 9am to call' });
    expect(madeOf('whatsapp:where')?.payload).toEqual({ prompt: 'tomorrow at 9am to call' });
  });

  describe('over the web', () => {
    const send = (userId: string, key: string, text = 'note: from the web') =>
      served.as(userId, 'POST', '/commands', { text }, { 'idempotency-key': key });

    test('a command is answered with its action, and the same key is the same command', async () => {
      const first = await send('anna', 'k1');
      expect(first).toMatchObject({
        status: 201,
        data: {
          command: {
            id: expect.stringMatching(/^web:/),
            classification: { type: 'note', confidence: 0.95, layer: 'prefix', title: 'from the web' },
            actionId: expect.any(String),
          },
        },
      });
      expect(await send('anna', 'k1')).toMatchObject({ data: first.data, error: undefined, status: 200 });
      expect(await send('anna', 'k1', 'something else')).toMatchObject({
        status: 422,
        error: { details: [{ path: 'Idempotency-Key', message: expect.any(String) }] },
      });
      const other = await send('bob', 'k1');
      expect(other.status).toBe(201);
      expect(other.data).not.toEqual(first.data);
    });

    test('a person reads their own commands and nobody else’s', async () => {
      await send('anna', 'k2');
      const { data } = await send('anna', 'k2');
      const { id } = (data as { command: { id: string } }).command;
      expect(await served.as('anna', 'GET', `/commands/${id}`)).toMatchObject({ status: 200, data });
      const foreign = await served.as('bob', 'GET', `/commands/${id}`);
      const unknown = await served.as('bob', 'GET', '/commands/web:nothing');
      const nothing = { code: 'NOT_FOUND', message: 'There is no such command', requestId: expect.any(String) };
      expect([foreign, unknown].map(({ status, error }) => ({ status, error }))).toEqual(
        [1, 2].map(() => ({ status: 404, error: nothing })),
      );
    });

    test.each([
      [{ text: ' \n' }, 'text'],
      [{ text: 'x'.repeat(10_001) }, 'text'],
      [{ text: 'x', sourceType: 'whatsapp' }, 'sourceType'],
      [{ text: 'x', userId: 'eve' }, 'userId'],
    ])('%j is refused, naming the field', async (body, path) => {
      const reply = await served.as('anna', 'POST', '/commands', body);
      expect(reply).toMatchObject({ status: 422, error: { details: [expect.objectContaining({ path })] } });
    });
  });

  describe('corrections', () => {
    const correction = { commandId: 'whatsapp:1', actionId: 'a1', fromType: 'note', toType: 'todo' };
    const example = { userId: 'anna', sourceType: 'correction', externalId: 'c1', text: 'buy milk', correction };

    test('are kept once, make no action, and can be exported as training data', async () => {
      const before = served.neighbours.actions.size;
      for (const externalId of ['c1', 'c1', 'c2']) {
        const reply = await served.internally('POST', '/internal/commands', { ...example, externalId });
        expect(reply).toMatchObject({ status: 200, data: { command: { id: `correction:${externalId}` } } });
      }
      expect(served.neighbours.actions.size).toBe(before);
      const first = await served.internally('GET', '/internal/corrections?limit=1');
      expect(first.data).toMatchObject({
        examples: [
          { id: 'correction:c1', text: 'buy milk', fromType: 'note', toType: 'todo', commandId: 'whatsapp:1' },
        ],
        nextCursor: expect.any(String),
      });
      const { nextCursor } = first.data as { nextCursor: string };
      const rest = await served.internally('GET', `/internal/corrections?cursor=${encodeURIComponent(nextCursor)}`);
      expect(rest.data).toMatchObject({ examples: [{ id: 'correction:c2' }], nextCursor: null });
    });

    test('cannot be smuggled in as messages', async () => {
      const { correction: _, ...message } = example;
      expect(await served.internally('POST', '/internal/commands', message)).toMatchObject({ status: 422 });
    });
  });
});
