import { actionApprovalReply, whatsappMessageStatus, whatsappWindowOpened } from '@intexuraos/contracts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answers, cuts, hangs, refuses } from './testing/cloud-api-stand-in.ts';
import { aMessage, anAsk, aStatus, messages, secondsAgo, statuses } from './testing/payloads.ts';
import { ann, now, startWorld, type World } from './testing/start-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ deadlineMs: 300 });
});
afterEach(() => world.close());

const key = 'ask:a1:1:0';
const told = () => world.told(whatsappMessageStatus);

describe('a message to send', () => {
  test('goes out once, with buttons and our key, and is reported as sent', async () => {
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toEqual([
      {
        url: '/v23.0/1122334455667/messages',
        authorization: 'Bearer token',
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: '16505551234',
          biz_opaque_callback_data: key,
          type: 'interactive',
          interactive: {
            type: 'button',
            body: { text: 'Todo: buy milk. Approve?' },
            action: {
              buttons: [
                { type: 'reply', reply: { id: 'a1.a1.1.yes', title: 'Approve' } },
                { type: 'reply', reply: { id: 'a1.a1.1.no', title: 'Reject' } },
              ],
            },
          },
        },
      },
    ]);
    expect(told()).toEqual([
      {
        type: 'whatsapp.message.status',
        userId: ann.userId,
        messageKey: key,
        correlationId: 'action-todo-approval-a1',
        wamid: 'wamid.OUT1',
        status: 'sent',
        timestamp: new Date(now).toISOString(),
      },
    ]);
  });

  test('costs one flushed commit before the call and one that rides along', async () => {
    await world.send(anAsk());
    expect(world.commits).toEqual({ flushed: 1, soon: 1 });
  });

  test('that comes again is not sent again; what became of it is said again, in case it was not heard', async () => {
    await world.send(anAsk());
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(1);
    expect(told()).toMatchObject([{ status: 'sent' }, { status: 'sent', wamid: 'wamid.OUT1' }]);
  });

  test('of the next version is another message', async () => {
    await world.send(anAsk());
    await world.send(anAsk({ messageKey: 'ask:a1:2:0' }));
    expect(world.cloudApi.seen).toHaveLength(2);
  });

  test('that comes twice at once is sent once', async () => {
    const both = await Promise.all([world.send(anAsk()), world.send(anAsk())]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([204, 503]));
    expect(world.cloudApi.seen).toHaveLength(1);
  });

  test('to somebody without a phone number goes to the business-scoped id', async () => {
    const people = { find: async () => null, contactOf: async () => ({ phone: null, bsuid: 'US.1' }) };
    const other = await startWorld({ people });
    await other.send(anAsk());
    expect(other.cloudApi.seen[0]?.body).toMatchObject({ recipient: 'US.1' });
    expect(other.cloudApi.seen[0]?.body).not.toHaveProperty('to');
    await other.close();
  });

  test('without buttons is plain text, and quotes what it answers', async () => {
    await world.send(anAsk({ buttons: [], replyToMessageId: 'wamid.IN7' }));
    expect(world.cloudApi.seen[0]?.body).toMatchObject({
      type: 'text',
      text: { body: 'Todo: buy milk. Approve?', preview_url: false },
      context: { message_id: 'wamid.IN7' },
    });
  });

  test('too long for buttons loses no word: it goes as text that says what to answer', async () => {
    const message = `${'x'.repeat(1024)} the end`;
    await world.send(anAsk({ message }));
    expect(world.cloudApi.seen[0]?.body).toMatchObject({
      type: 'text',
      text: { body: `${message}\n\nReply to this message with: Approve / Reject` },
    });
  });

  test('to somebody without WhatsApp fails, loudly', async () => {
    await world.send(anAsk({ userId: 'auth0|nobody' }));
    expect(world.cloudApi.seen).toEqual([]);
    expect(told()).toMatchObject([{ status: 'failed', errorCode: 'NO_CONTACT' }]);
  });

  test('waits while user-service does not answer, and is not taken for one that may have gone out', async () => {
    world.switches.peopleDown = true;
    expect((await world.send(anAsk())).status).toBe(503);
    world.switches.peopleDown = false;
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toMatchObject([
      { body: { interactive: { body: { text: 'Todo: buy milk. Approve?' } } } },
    ]);
  });

  test('that was sent but could not be reported is reported when it comes again', async () => {
    world.switches.publisherDown = true;
    expect((await world.send(anAsk())).status).toBe(503);
    world.switches.publisherDown = false;
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(1);
    expect(told()).toMatchObject([{ status: 'sent' }]);
  });

  test('of our own making is reported to nobody', async () => {
    await world.send(anAsk({ messageKey: 'notice:unsupported:x:1' }));
    await world.webhook(statuses(aStatus('delivered')));
    expect(world.cloudApi.seen).toHaveLength(1);
    expect(told()).toEqual([]);
    expect(await world.message('notice:unsupported:x:1')).toMatchObject({ state: 'delivered' });
  });
});

describe('an unknown outcome', () => {
  test.each([
    ['the connection is cut', cuts],
    ['the answer does not come in time', hangs],
    ['a gateway lost the other end', answers(504, '<html>')],
    ['the answer has no id', answers(200, '{}')],
    ['the answer does not end', answers(200, 'x'.repeat(100_000))],
  ])('when %s: it is sent again once, after the lease, and says so', async (_when, behaviour) => {
    world.cloudApi.next(behaviour);
    expect((await world.send(anAsk())).status).toBe(503);
    expect((await world.send(anAsk())).status).toBe(503);
    expect(world.cloudApi.seen).toHaveLength(1);
    await world.clock.advance(30_000);
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(2);
    expect(world.cloudApi.seen[1]?.body).toMatchObject({
      interactive: { body: { text: '(repeated) Todo: buy milk. Approve?' } },
    });
    expect(told()).toMatchObject([{ status: 'sent', wamid: 'wamid.OUT2' }]);
  });

  test('for the second time is given up, as unknown', async () => {
    world.cloudApi.next(cuts, cuts);
    await world.send(anAsk());
    await world.clock.advance(30_000);
    expect((await world.send(anAsk())).status).toBe(503);
    await world.clock.advance(30_000);
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(2);
    expect(told()).toMatchObject([{ status: 'failed', errorCode: 'OUTCOME_UNKNOWN' }]);
  });

  test('is settled by a status that bears our key: nothing is sent again', async () => {
    world.cloudApi.next(cuts);
    await world.send(anAsk());
    await world.webhook(statuses(aStatus('sent', { id: 'wamid.LOST', biz_opaque_callback_data: key })));
    await world.clock.advance(30_000);
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(1);
    expect(told()).toMatchObject([
      { status: 'sent', wamid: 'wamid.LOST' },
      { status: 'sent', wamid: 'wamid.LOST' },
    ]);
  });

  test('is taken up by a sweep where the carrier does not come again', async () => {
    world.cloudApi.next(cuts);
    await world.send(anAsk());
    await world.clock.advance(30_000);
    await world.sweep();
    expect(world.cloudApi.seen).toHaveLength(2);
    expect(told()).toMatchObject([{ status: 'sent' }]);
  });
});

describe('a refusal', () => {
  test('for throttling is tried again after a pause that grows', async () => {
    world.cloudApi.next(refuses(429, 131056), refuses(400, 130429));
    expect((await world.send(anAsk())).status).toBe(503);
    await world.clock.advance(5_999);
    expect((await world.send(anAsk())).status).toBe(503);
    expect(world.cloudApi.seen).toHaveLength(1);
    await world.clock.advance(1);
    expect((await world.send(anAsk())).status).toBe(503);
    await world.clock.advance(11_999);
    await world.send(anAsk());
    expect(world.cloudApi.seen).toHaveLength(2);
    await world.clock.advance(1);
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(3);
    expect(JSON.stringify(world.cloudApi.seen)).not.toContain('repeated');
  });

  test.each([
    ['a 500 with a code', refuses(500, 131000)],
    ['a 503 without one', answers(503, 'upstream connect error')],
    ['an unknown code with a 500', refuses(500, 999999)],
  ])('by %s is tried again', async (_how, behaviour) => {
    world.cloudApi.next(behaviour);
    await world.send(anAsk());
    await world.clock.advance(2_000);
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(2);
  });

  test('that does not end is given up after eight tries and reported with its code', async () => {
    world.cloudApi.next(...Array.from({ length: 20 }, () => refuses(500, 131016)));
    await world.send(anAsk());
    for (let minute = 0; minute < 20; minute += 1) {
      await world.clock.advance(300_000);
      await world.sweep();
    }
    expect(world.cloudApi.seen).toHaveLength(8);
    expect(told()).toMatchObject([{ status: 'failed', errorCode: '131016' }]);
  });

  test.each([
    [401, 190, 'error'],
    [403, 10, 'error'],
    [403, 131031, 'error'],
    [400, 100, 'warn'],
    [400, 131009, 'warn'],
    [400, 131026, 'warn'],
    [400, 999999, 'warn'],
  ])('with HTTP %i and code %i is final, reported, and in the log as %s', async (status, code, level) => {
    world.cloudApi.next(refuses(status, code));
    expect((await world.send(anAsk())).status).toBe(204);
    expect((await world.send(anAsk())).status).toBe(204);
    expect(world.cloudApi.seen).toHaveLength(1);
    expect(told()[0]).toMatchObject({ status: 'failed', errorCode: String(code) });
    expect(told()[0]).not.toHaveProperty('wamid');
    expect(world.log.entries).toContainEqual(
      expect.objectContaining({ level, facts: expect.objectContaining({ code: String(code) }) }),
    );
  });

  test('because nobody answers there is no unknown outcome', async () => {
    await world.cloudApi.close();
    expect((await world.send(anAsk())).status).toBe(503);
    expect(await world.message(key)).toMatchObject({ state: 'waiting', errorCode: 'UNREACHABLE' });
  });
});

describe('the 24-hour window', () => {
  const opened = () => world.told(whatsappWindowOpened);

  test('that a person opens by writing is told where a question had not come through, once for each message', async () => {
    world.cloudApi.next(refuses(400, 131047));
    await world.send(anAsk());
    const words = messages(aMessage());
    await world.webhook(words);
    await world.webhook(words);
    expect(opened()).toEqual([
      { type: 'whatsapp.window.opened', userId: ann.userId, timestamp: new Date(now - 1000).toISOString() },
    ]);
  });

  test('is nothing to tell where every question came through, or only a report did not', async () => {
    await world.send(anAsk());
    world.cloudApi.next(refuses(400, 131047));
    await world.send(anAsk({ messageKey: 'report:a2:1:0', buttons: [] }));
    await world.webhook(messages(aMessage()));
    expect(opened()).toEqual([]);
  });

  test('being closed, without a template the message has failed', async () => {
    world.cloudApi.next(refuses(400, 131047));
    expect((await world.send(anAsk())).status).toBe(204);
    expect(told()).toMatchObject([{ status: 'failed', errorCode: '131047' }]);
  });

  describe('with a template', () => {
    let other: World;
    beforeEach(async () => {
      other = await startWorld({ template: { name: 'something_waits', language: 'en' } });
    });
    afterEach(() => other.close());

    test('being closed, the message goes as the template, on one line', async () => {
      other.cloudApi.next(refuses(400, 131047));
      expect((await other.send(anAsk({ message: 'Todo:\n buy   milk\n\nApprove?' }))).status).toBe(204);
      expect(other.cloudApi.seen[1]?.body).toEqual({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '16505551234',
        biz_opaque_callback_data: key,
        type: 'template',
        template: {
          name: 'something_waits',
          language: { code: 'en' },
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'Todo: · buy milk · Approve?' }] }],
        },
      });
      expect(other.told(whatsappMessageStatus)).toMatchObject([{ status: 'sent', wamid: 'wamid.OUT2' }]);
    });

    test.each([132001, 131047])('and refused as a template too, with %i, the message has failed', async (code) => {
      other.cloudApi.next(refuses(400, 131047), refuses(400, code));
      await other.send(anAsk());
      expect(other.cloudApi.seen).toHaveLength(2);
      expect(other.told(whatsappMessageStatus)).toMatchObject([{ status: 'failed', errorCode: String(code) }]);
    });

    test('being found closed later, a sweep sends the template', async () => {
      await other.send(anAsk());
      await other.webhook(statuses(aStatus('failed', { errors: [{ code: 131047, title: 'Re-engagement message' }] })));
      await other.sweep();
      expect(other.cloudApi.seen).toMatchObject([{ body: { type: 'interactive' } }, { body: { type: 'template' } }]);
      expect(other.told(whatsappMessageStatus)).toMatchObject([
        { status: 'sent', wamid: 'wamid.OUT1' },
        { status: 'sent', wamid: 'wamid.OUT2' },
      ]);
    });

    test('an ask too long for a template is not cut: it has failed', async () => {
      other.cloudApi.next(refuses(400, 131047));
      await other.send(anAsk({ message: 'x'.repeat(1_025), buttons: [] }));
      expect(other.cloudApi.seen).toHaveLength(1);
      expect(other.told(whatsappMessageStatus)).toMatchObject([{ status: 'failed', errorCode: '131047' }]);
    });
  });
});

describe('a status', () => {
  beforeEach(async () => {
    await world.send(anAsk());
  });
  const words = () => told().map(({ status }) => status);

  test('is reported under our key, and not `sent` again', async () => {
    await world.webhook(statuses(aStatus('sent'), aStatus('delivered'), aStatus('read')));
    expect(words()).toEqual(['sent', 'delivered', 'read']);
    expect(told()[2]).toMatchObject({
      messageKey: key,
      correlationId: 'action-todo-approval-a1',
      wamid: 'wamid.OUT1',
      timestamp: new Date(now - 1000).toISOString(),
    });
    expect(world.commits.flushed).toBe(2);
  });

  test('that comes twice is reported once', async () => {
    await world.webhook(statuses(aStatus('delivered'), aStatus('delivered')));
    await world.webhook(statuses(aStatus('delivered')));
    expect(words()).toEqual(['sent', 'delivered']);
  });

  test('out of order never leads back', async () => {
    await world.webhook(statuses(aStatus('read')));
    await world.webhook(statuses(aStatus('delivered')));
    await world.webhook(statuses(aStatus('failed', { errors: [{ code: 131026 }] })));
    expect(words()).toEqual(['sent', 'read']);
    expect(await world.message(key)).toMatchObject({ state: 'read' });
  });

  test('that it failed is reported with its code', async () => {
    await world.webhook(statuses(aStatus('failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] })));
    expect(told()[1]).toMatchObject({ status: 'failed', errorCode: '131026', wamid: 'wamid.OUT1' });
  });

  test('that it failed without a reason is reported as well', async () => {
    await world.webhook(statuses(aStatus('failed', { errors: 'none' })));
    expect(told()[1]).toMatchObject({ status: 'failed', errorCode: 'UNDELIVERED' });
  });

  test('that it failed for a passing reason sends it again, and a late `sent` of the first try does not stop that', async () => {
    await world.webhook(statuses(aStatus('failed', { errors: [{ code: 131000 }] })));
    await world.webhook(statuses(aStatus('sent')));
    expect(words()).toEqual(['sent']);
    await world.clock.advance(2_000);
    await world.sweep();
    expect(world.cloudApi.seen).toHaveLength(2);
    expect(told()[1]).toMatchObject({ status: 'sent', wamid: 'wamid.OUT2' });
  });

  test('out of order within one delivery never leads back either', async () => {
    await world.webhook(statuses(aStatus('read'), aStatus('delivered')));
    expect(words()).toEqual(['sent', 'read']);
    expect(await world.message(key)).toMatchObject({ state: 'read' });
  });

  test('is taken in again when the message changed while it was being taken in', async () => {
    world.rivalChanges(key, 0, { state: 'read' });
    expect((await world.webhook(statuses(aStatus('delivered')))).status).toBe(200);
    expect(words()).toEqual(['sent']);
    expect(await world.message(key)).toMatchObject({ state: 'read' });
    expect(await world.inbox()).toMatchObject([{ state: 'done' }]);
  });

  test('of two at once about one message are both taken in', async () => {
    await Promise.all([world.webhook(statuses(aStatus('delivered'))), world.webhook(statuses(aStatus('read')))]);
    expect(await world.message(key)).toMatchObject({ state: 'read' });
    expect(words().at(-1)).toBe('read');
  });

  test('about a message that nobody knows is stored as ignored', async () => {
    await world.webhook(statuses(aStatus('delivered', { id: 'wamid.ELSE', biz_opaque_callback_data: 'some data' })));
    expect(words()).toEqual(['sent']);
    expect(await world.inbox()).toMatchObject([{ state: 'ignored', reason: 'unknown_message' }]);
  });

  test('older than a week changes nothing', async () => {
    await world.webhook(statuses(aStatus('delivered', { timestamp: secondsAgo(8 * 24 * 3600) })));
    expect(words()).toEqual(['sent']);
  });

  test('repairs a lost wamid, so that a quoted answer finds its ask again', async () => {
    await world.forgetWamid(key);
    await world.webhook(statuses(aStatus('delivered', { biz_opaque_callback_data: key })));
    expect(words()).toEqual(['sent', 'sent', 'delivered']);
    const words2 = 'yes, and tell them that we come a little later than planned';
    await world.webhook(messages(aMessage({ text: { body: words2 }, context: { id: 'wamid.OUT1' } })));
    expect(world.told(actionApprovalReply)).toMatchObject([{ replyToWamid: 'wamid.OUT1' }]);
  });

  test('that cannot be passed on at once is passed on by a sweep', async () => {
    world.switches.publisherDown = true;
    await world.webhook(statuses(aStatus('delivered')));
    world.switches.publisherDown = false;
    await world.clock.advance(31_000);
    await world.sweep();
    expect(words()).toEqual(['sent', 'delivered']);
  });
});

describe('a status that is faster than the answer to the call', () => {
  test('is not taken back by it', async () => {
    world.rivalChanges(key, 1, { state: 'delivered', wamid: 'wamid.OUT1', dueAt: null });
    expect((await world.send(anAsk())).status).toBe(204);
    expect(await world.message(key)).toMatchObject({ state: 'delivered', dueAt: null });
    expect(told()).toMatchObject([{ status: 'sent', wamid: 'wamid.OUT1' }]);
  });

  test('of an earlier try that arrived after all is not taken back by the refusal of a later one', async () => {
    world.cloudApi.next(refuses(400, 131026));
    world.rivalChanges(key, 1, { state: 'delivered', wamid: 'wamid.EARLIER', dueAt: null });
    expect((await world.send(anAsk())).status).toBe(204);
    expect(await world.message(key)).toMatchObject({ state: 'delivered', errorCode: null });
    expect(told()).toMatchObject([{ status: 'sent', wamid: 'wamid.EARLIER' }]);
  });
});

describe('a crash', () => {
  test('between the record and the call leads to one more call, marked, and never two', async () => {
    world.cloudApi.next(cuts);
    await world.send(anAsk());
    expect(await world.message(key)).toMatchObject({ state: 'sending', attempts: 1 });
    await world.clock.advance(30_000);
    const rivals = await Promise.all([world.send(anAsk()), world.sweep(), world.send(anAsk())]);
    expect(rivals.map(({ status }) => status)).toContain(200);
    expect(world.cloudApi.seen).toHaveLength(2);
    expect(await world.message(key)).toMatchObject({ state: 'sent', repeated: true });
  });

  test('of user-service for one person does not keep a sweep from the others', async () => {
    world.cloudApi.next(...Array.from({ length: 30 }, () => cuts));
    for (let n = 0; n < 25; n += 1) await world.send(anAsk({ messageKey: `ask:b${n}:1:0` }));
    await world.clock.advance(31_000);
    world.switches.peopleDown = true;
    await world.sweep();
    world.switches.peopleDown = false;
    const seen = world.cloudApi.seen.length;
    await world.sweep();
    expect(world.cloudApi.seen.length - seen).toBe(5);
  });
});
