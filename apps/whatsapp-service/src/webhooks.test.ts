import { setTimeout } from 'node:timers/promises';
import { actionApprovalReply, commandIngest, whatsappMessageSend } from '@intexuraos/contracts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aDelivery, aMessage, anAsk, aReaction, aTap, aValue, messages, secondsAgo } from './testing/payloads.ts';
import { account, ann, bob, now, previousSecret, sign, startWorld, type World } from './testing/start-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const challenge = (query: Record<string, string>) =>
  world.call(`/whatsapp/webhooks?${new URLSearchParams(query).toString()}`);
const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': 'the-verify-token', 'hub.challenge': '1158201444' };

describe('the verification challenge', () => {
  test('comes back as plain text', async () => {
    const answer = await fetch(`${world.server.url}/whatsapp/webhooks?${new URLSearchParams(asked).toString()}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe('1158201444');
  });

  test.each([
    ['the token is another one', { ...asked, 'hub.verify_token': 'the-verify-tokem' }, 403],
    ['the token is missing', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }, 403],
    ['the mode is another one', { ...asked, 'hub.mode': 'unsubscribe' }, 403],
    ['the challenge is markup', { ...asked, 'hub.challenge': '<script>' }, 400],
    ['the challenge is too long', { ...asked, 'hub.challenge': 'x'.repeat(129) }, 400],
  ])('is refused when %s', async (_when, query, status) => {
    const answer = await challenge(query);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('<script>');
  });
});

describe('the signature', () => {
  const body = JSON.stringify(messages(aMessage()));

  test('may be made with the previous secret while it is being changed', async () => {
    expect((await world.webhook(body, sign(body, previousSecret))).status).toBe(200);
    expect(world.told(commandIngest)).toHaveLength(1);
  });

  test.each([
    ['is missing', null],
    ['is empty', ''],
    ['is of another secret', sign(body, 'another-secret-of-somebody')],
    ['is of another body', sign(`${body} `)],
    ['lacks its prefix', sign(body).replace('sha256=', '')],
    ['is cut', sign(body).slice(0, -2)],
    ['is not hex', `sha256=${'z'.repeat(64)}`],
  ])('that %s gets 401 and nothing happens', async (_how, signature) => {
    expect((await world.webhook(body, signature)).status).toBe(401);
    expect(await world.inbox()).toEqual([]);
    expect(world.toldAnything()).toBe(0);
  });

  test('covers the raw bytes: of the same JSON written again it is another one', async () => {
    const escaped = JSON.stringify(
      messages(aMessage({ text: { body: 'Zażółć gęślą jaźń w sobotę o ósmej rano' } })),
    ).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const again = JSON.stringify(JSON.parse(escaped));
    expect((await world.webhook(escaped, sign(again))).status).toBe(401);
    expect((await world.webhook(escaped, sign(escaped))).status).toBe(200);
    expect(world.told(commandIngest)).toMatchObject([{ text: 'Zażółć gęślą jaźń w sobotę o ósmej rano' }]);
  });

  test('of a body that is not JSON does not make it JSON', async () => {
    expect((await world.webhook('{"object":')).status).toBe(400);
    expect((await world.webhook('null')).status).toBe(200);
  });

  test('is not looked at beyond 3 MB', async () => {
    const padding = ' '.repeat(3 * 1024 * 1024);
    expect((await world.webhook(`${body}${padding}`)).status).toBe(413);
    expect((await world.webhook(`${body}${padding.slice(0, -body.length)}`)).status).toBe(200);
  });
});

describe('a message', () => {
  test('that answers nothing is a command, under its own id', async () => {
    await world.webhook(messages(aMessage()));
    expect(world.told(commandIngest)).toEqual([
      {
        type: 'command.ingest',
        userId: ann.userId,
        sourceType: 'whatsapp',
        externalId: 'wamid.IN1',
        text: 'Please buy milk, bread and butter on the way home',
        timestamp: new Date(now - 1000).toISOString(),
      },
    ]);
  });

  test('costs one flushed commit, and its text is not kept once it was passed on', async () => {
    await world.webhook(messages(aMessage()));
    expect(world.commits).toEqual({ flushed: 1, soon: 1 });
    expect(await world.inbox()).toMatchObject([{ state: 'done', events: [], undecided: null, dueAt: null }]);
  });

  test('that comes twice is passed on once, also when both come at once', async () => {
    const body = messages(aMessage());
    const both = await Promise.all([world.webhook(body), world.webhook(body)]);
    expect((await world.webhook(body)).status).toBe(200);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(world.told(commandIngest)).toHaveLength(1);
  });

  test('that comes twice within one delivery is passed on once', async () => {
    await world.webhook(messages(aMessage(), aMessage({ text: { body: 'other words under the same id' } })));
    expect(world.told(commandIngest)).toMatchObject([{ text: expect.stringContaining('milk') }]);
  });

  test('that is new comes through beside one that came before', async () => {
    await world.webhook(messages(aMessage()));
    await world.webhook(messages(aMessage(), aMessage({ id: 'wamid.IN2' })));
    expect(world.told(commandIngest)).toMatchObject([{ externalId: 'wamid.IN1' }, { externalId: 'wamid.IN2' }]);
  });

  test('of somebody unknown is stored as ignored, without a word of it', async () => {
    const stranger = aMessage({}, { phone: '+19995550000', bsuid: 'US.9' });
    expect((await world.webhook(messages(stranger))).status).toBe(200);
    expect(world.toldAnything()).toBe(0);
    const [entry] = await world.inbox();
    expect(entry).toMatchObject({ state: 'ignored', reason: 'unknown_sender' });
    expect(JSON.stringify(entry)).not.toMatch(/milk|9995550000/);
    expect(JSON.stringify(world.log.entries)).not.toMatch(/milk|9995550000/);
  });

  test('older than a week is stored and not acted on', async () => {
    const week = 7 * 24 * 3600;
    await world.webhook(
      messages(
        aMessage({ timestamp: secondsAgo(week + 1) }),
        aMessage({ id: 'wamid.IN2', timestamp: secondsAgo(week - 1) }),
      ),
    );
    expect(world.told(commandIngest)).toMatchObject([{ externalId: 'wamid.IN2' }]);
    expect(new Set((await world.inbox()).map(({ reason }) => reason))).toEqual(new Set(['too_old', null]));
  });

  test('is found by its business-scoped id before its phone number', async () => {
    const renumbered = aMessage({ from_user_id: bob.bsuid });
    await world.webhook(messages(renumbered));
    expect(world.told(commandIngest)).toMatchObject([{ userId: bob.userId }]);
  });

  test('for another number or account of the same app is left alone', async () => {
    const elsewhere = { ...aValue({ messages: [aMessage()] }), metadata: { phone_number_id: '999' } };
    await world.webhook(aDelivery(elsewhere));
    await world.webhook({ ...messages(aMessage()), entry: [{ ...messages(aMessage()).entry[0], id: '999' }] });
    expect(await world.inbox()).toEqual([]);
    expect(world.toldAnything()).toBe(0);
  });

  test('that cannot be read gets a polite word, once an hour, and never approves', async () => {
    await world.send(anAsk());
    const picture = { type: 'image', image: { id: '1', caption: 'yes' }, context: { id: 'wamid.OUT1' } };
    await world.webhook(messages(aMessage({ ...picture, id: 'wamid.P1' }), aMessage({ ...picture, id: 'wamid.P2' })));
    expect(world.told(actionApprovalReply)).toEqual([]);
    const notices = world.told(whatsappMessageSend);
    expect(notices).toMatchObject([
      { userId: ann.userId, replyToMessageId: 'wamid.P1' },
      { userId: ann.userId, replyToMessageId: 'wamid.P2' },
    ]);
    expect(notices[0]).toHaveProperty('messageKey', notices[1]?.messageKey);
  });
});

describe('a batch', () => {
  test('of entries, changes and messages is taken in whole, past whatever is odd in it', async () => {
    const good = (id: string) => aMessage({ id });
    const delivery = {
      object: 'whatsapp_business_account',
      entry: [
        null,
        { id: account.businessAccountId },
        {
          id: account.businessAccountId,
          changes: [
            {
              field: 'messages',
              value: aValue({ messages: [good('wamid.1'), null, 7, { id: 3 }, {}, good('wamid.2')] }),
            },
            { field: 'messages', value: null },
            { field: 'messages', value: aValue({ messages: 'none', statuses: [null, {}] }) },
            { field: 'messages', value: aValue({ messages: [{ ...good('wamid.3'), text: 'odd' }, good('wamid.4')] }) },
          ],
        },
        {
          id: account.businessAccountId,
          changes: [{ field: 'messages', value: aValue({ messages: [good('wamid.5')] }) }],
        },
      ],
    };
    expect((await world.webhook(delivery)).status).toBe(200);
    expect(world.told(commandIngest)).toMatchObject(
      ['wamid.1', 'wamid.2', 'wamid.4', 'wamid.5'].map((externalId) => ({ externalId })),
    );
  });

  test('of 250 messages is taken in with one commit for each hundred', async () => {
    const many = Array.from({ length: 250 }, (_, n) => aMessage({ id: `wamid.${n}` }));
    await world.webhook(messages(...many));
    expect(world.told(commandIngest)).toHaveLength(250);
    expect(world.commits.flushed).toBe(3);
    await world.webhook(messages(...many, aMessage({ id: 'wamid.new' })));
    expect(world.told(commandIngest)).toHaveLength(251);
  });
});

describe('an answer to an ask', () => {
  beforeEach(async () => {
    await world.send(anAsk());
  });

  test('by button carries the button, the message and its own id', async () => {
    await world.webhook(messages(aTap('a1.a1.1.yes', 'wamid.OUT1')));
    expect(world.told(actionApprovalReply)).toEqual([
      {
        type: 'action.approval.reply',
        replyToWamid: 'wamid.OUT1',
        replyText: 'Approve',
        userId: ann.userId,
        timestamp: new Date(now - 1000).toISOString(),
        buttonId: 'a1.a1.1.yes',
        inboundWamid: 'wamid.IN1',
      },
    ]);
  });

  test('by a template quick reply, by reaction and in quoted words is one too', async () => {
    const quickReply = aMessage({ id: 'wamid.2', type: 'button', button: { payload: 'a1.x', text: 'Yes' } });
    const reaction = aReaction('👍🏽', 'wamid.OUT1', { id: 'wamid.3' });
    const takenBack = aReaction('', 'wamid.OUT1', { id: 'wamid.4' });
    const words = aMessage({
      id: 'wamid.5',
      text: { body: 'ok, but only if it does not rain on Sunday' },
      context: { id: 'wamid.OUT1' },
    });
    await world.webhook(messages(quickReply, reaction, takenBack, words));
    expect(world.told(actionApprovalReply)).toMatchObject([
      { replyToWamid: '', buttonId: 'a1.x' },
      { replyToWamid: 'wamid.OUT1', reaction: '👍🏽', replyText: '' },
      { replyToWamid: 'wamid.OUT1', reaction: '' },
      { replyToWamid: 'wamid.OUT1', replyText: 'ok, but only if it does not rain on Sunday' },
    ]);
    expect(world.told(commandIngest)).toEqual([]);
  });

  test('in few words without a quotation counts while an ask is open', async () => {
    await world.webhook(messages(aMessage({ text: { body: 'yes please' } })));
    expect(world.told(actionApprovalReply)).toMatchObject([{ replyToWamid: '', replyText: 'yes please' }]);
  });

  test('in many words without a quotation is a command', async () => {
    await world.webhook(messages(aMessage({ text: { body: 'Please buy milk, bread and butter '.repeat(7) } })));
    expect(world.told(commandIngest)).toHaveLength(1);
  });

  test('in few words is a command once the ask was answered, and confirmed to the person', async () => {
    await world.send(anAsk({ messageKey: 'confirm:a1:1:0', buttons: [] }));
    await world.webhook(messages(aMessage({ text: { body: 'Buy bread' } })));
    expect(world.told(actionApprovalReply)).toEqual([]);
    expect(world.told(commandIngest)).toMatchObject([{ text: 'Buy bread' }]);
  });

  test('in few words is a command a day after the ask', async () => {
    await world.clock.advance(24 * 3600_000 + 1);
    await world.webhook(messages(aMessage({ text: { body: 'yes' }, timestamp: secondsAgo(-24 * 3600) })));
    expect(world.told(commandIngest)).toHaveLength(1);
  });

  test('forwarded from somebody else is a command, whatever it quotes', async () => {
    const context = { forwarded: true, id: 'wamid.OUT1' };
    await world.webhook(messages(aMessage({ context, text: { body: 'yes' } })));
    expect(world.told(actionApprovalReply)).toEqual([]);
  });

  test.each([
    ['a quoted word', aMessage({ text: { body: 'yes' }, context: { id: 'wamid.OUT1' } }, bob)],
    ['a reaction', aReaction('👍', 'wamid.OUT1', { from: bob.phone.slice(1) })],
    ['a foreign button', aTap('other', 'wamid.OUT1', { from: bob.phone.slice(1) })],
  ])('of another person by %s changes nothing, reveals nothing and is in the log', async (_how, message) => {
    const before = world.toldAnything();
    expect(await world.webhook(messages(message))).toMatchObject({ status: 200, text: '{}' });
    expect(world.toldAnything()).toBe(before);
    expect(await world.inbox()).toMatchObject([{ state: 'ignored', reason: 'foreign_message' }]);
    expect(world.log.entries).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringContaining("somebody else's ask") }),
    );
  });

  test('by a button of ours goes to actions-agent under the name of who tapped it, whose HMAC says no', async () => {
    await world.webhook(messages(aTap('a1.a1.1.yes', 'wamid.OUT1', { from: bob.phone.slice(1) })));
    expect(world.told(actionApprovalReply)).toMatchObject([{ userId: bob.userId }]);
  });

  test('that reacts to a report is left alone, and words that quote it are a command', async () => {
    await world.send(anAsk({ messageKey: 'report:a1:1:0', buttons: [] }));
    const words = aMessage({ id: 'wamid.9', text: { body: 'thanks' }, context: { id: 'wamid.OUT2' } });
    await world.webhook(messages(aReaction('👍', 'wamid.OUT2'), words));
    expect(world.told(actionApprovalReply)).toEqual([]);
    expect(world.told(commandIngest)).toMatchObject([{ text: 'thanks' }]);
  });

  test.each([
    ['quoted words', aMessage({ text: { body: 'yes' }, context: { id: 'wamid.OUT1' } })],
    ['a reaction', aReaction('👍', 'wamid.OUT1')],
  ])('by %s whose wamid is not known is passed on with it, for actions-agent to find out', async (_how, message) => {
    await world.forgetWamid('ask:a1:1:0');
    await world.webhook(messages(message));
    expect(world.told(actionApprovalReply)).toMatchObject([{ replyToWamid: 'wamid.OUT1' }]);
  });

  test('by a reaction to an unknown message is left alone when nothing is open', async () => {
    await world.send(anAsk({ messageKey: 'confirm:a1:1:0', buttons: [] }));
    await world.webhook(messages(aReaction('👍', 'wamid.unknown')));
    expect(world.told(actionApprovalReply)).toEqual([]);
  });
});

describe('an outage', () => {
  test('of the bus delays what was taken in, and a sweep passes it on, once', async () => {
    world.switches.publisherDown = true;
    expect((await world.webhook(messages(aMessage()))).status).toBe(200);
    expect(world.toldAnything()).toBe(0);
    world.switches.publisherDown = false;
    expect(await world.sweep()).toMatchObject({ status: 200, text: expect.stringContaining('"inbound":0') });
    await world.clock.advance(31_000);
    expect(await world.sweep()).toMatchObject({
      text: expect.stringContaining('"inbound":1,"messages":0,"unsettled":0'),
    });
    await world.clock.advance(3_600_000);
    await world.sweep();
    expect(world.told(commandIngest)).toHaveLength(1);
  });

  test('of user-service delays the decision; the message is on the disk and a sweep places it', async () => {
    world.switches.peopleDown = true;
    expect(
      (await world.webhook(messages(aMessage({ text: { body: 'yes' }, context: { id: 'wamid.OUT1' } })))).status,
    ).toBe(200);
    expect(world.commits).toEqual({ flushed: 1, soon: 0 });
    expect(await world.inbox()).toMatchObject([{ state: 'received', undecided: { wamid: 'wamid.IN1' } }]);
    world.switches.peopleDown = false;
    await world.send(anAsk());
    await world.clock.advance(31_000);
    await world.sweep();
    expect(world.told(actionApprovalReply)).toMatchObject([{ replyToWamid: 'wamid.OUT1', replyText: 'yes' }]);
    expect(await world.inbox()).toMatchObject([{ state: 'done', undecided: null }]);
  });

  test('that does not end is given up loudly after about nine hours, not retried for ever', async () => {
    world.switches.publisherDown = true;
    await world.webhook(messages(aMessage()));
    for (let hour = 0; hour < 20; hour += 1) {
      await world.clock.advance(3_600_000);
      await world.sweep();
    }
    expect(await world.inbox()).toMatchObject([{ state: 'abandoned', dueAt: null }]);
    expect(world.log.entries).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'an inbound item was given up' }),
    );
  });

  test('does not let the first hundred starve the rest', async () => {
    world.switches.publisherDown = true;
    const many = Array.from({ length: 150 }, (_, n) => aMessage({ id: `wamid.${n}` }));
    await world.webhook(messages(...many));
    await world.clock.advance(31_000);
    await world.sweep();
    world.switches.publisherDown = false;
    await world.sweep();
    expect(world.told(commandIngest)).toHaveLength(50);
  });
});

test('the sweep is not for everybody', async () => {
  const answer = await world.call('/internal/whatsapp/retry-pending', { method: 'POST' });
  expect(answer.status).toBe(401);
});

test('a bus that hangs does not keep WhatsApp waiting for more than a moment', async () => {
  world.switches.publisherHangs = true;
  const answer = world.webhook(messages(aMessage()));
  while (world.clock.sleepers === 0) await setTimeout(2);
  await world.clock.advance(700);
  expect((await answer).status).toBe(200);
  world.switches.publisherHangs = false;
  await world.clock.advance(30_000);
  await world.sweep();
  expect(world.told(commandIngest)).toHaveLength(1);
});
