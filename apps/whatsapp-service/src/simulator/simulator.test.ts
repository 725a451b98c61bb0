import { createServer } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { listen, type RunningServer } from '@intexuraos/http-server';
import { silentLogger } from '@intexuraos/kernel';
import { closed, createManualClock, createSeededRandom, listening } from '@intexuraos/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { readDelivery } from '../domain/read-delivery.ts';
import { account, appSecret, authenticator, now, sign } from '../testing/start-world.ts';
import { createWhatsAppSimulator } from './index.ts';

const accessToken = 'the-access-token-of-the-account';
const Messages = z.object({ data: z.object({ messages: z.array(z.looseObject({ wamid: z.string() })) }) });
const Accepted = z.object({ messages: z.tuple([z.object({ id: z.string() })]) });

interface WebhookCall {
  readonly body: string;
  readonly signature: string;
}

/** Takes webhooks as the service would. */
async function startWebhook() {
  const calls: WebhookCall[] = [];
  const state = { status: 200 };
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      calls.push({ body, signature: String(request.headers['x-hub-signature-256']) });
      response.writeHead(state.status).end('{}');
    });
  });
  const url = `${await listening(server)}/whatsapp/webhooks`;
  return { url, calls, state, close: () => closed(server) };
}

let webhook: Awaited<ReturnType<typeof startWebhook>>;
let server: RunningServer;
beforeEach(async () => {
  webhook = await startWebhook();
  const simulator = createWhatsAppSimulator({
    ...account,
    appSecret,
    accessToken,
    userPhone: '+16505551234',
    webhookUrl: () => webhook.url,
    clock: createManualClock(now),
    random: createSeededRandom(1),
  });
  server = await listen([simulator], { port: 0, authenticator, log: silentLogger });
});
afterEach(async () => {
  await server.close();
  await webhook.close();
});

const asPerson = { authorization: 'Bearer ann', 'content-type': 'application/json' };
const text = { messaging_product: 'whatsapp', to: '16505551234', type: 'text', text: { body: 'Done' } };
const buttons = {
  ...text,
  type: 'interactive',
  biz_opaque_callback_data: 'ask:a1:1:0',
  context: { message_id: 'wamid.IN' },
  interactive: {
    type: 'button',
    body: { text: 'Approve?' },
    action: { buttons: [{ type: 'reply', reply: { id: 'a1.yes', title: 'Zatwierdź' } }] },
  },
};

async function graph(body: object, token = accessToken, number = account.phoneNumberId) {
  const answer = await fetch(`${server.url}/simulator/graph/${number}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answered: unknown = await answer.json();
  return { status: answer.status, body: answered };
}
const sent = async (body: object) => Accepted.parse((await graph(body)).body).messages[0].id;
const received = async (after = '') => {
  const answer = await fetch(`${server.url}/simulator/whatsapp/messages${after}`, { headers: asPerson });
  return Messages.parse(await answer.json()).data.messages;
};
const reply = (body: object) =>
  fetch(`${server.url}/simulator/whatsapp/reply`, { method: 'POST', headers: asPerson, body: JSON.stringify(body) });
const lastCall = (): WebhookCall => webhook.calls.at(-1) ?? { body: '', signature: '' };

describe('the stand-in of the Cloud API', () => {
  test('answers as the real one does, and the phone shows what it got', async () => {
    expect(await graph(buttons)).toEqual({
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        contacts: [{ input: '16505551234', wa_id: '16505551234' }],
        messages: [{ id: expect.stringMatching(/^wamid\./) }],
      },
    });
    const [message] = await received();
    expect(message).toEqual({
      wamid: expect.any(String),
      from: 'business',
      kind: 'message',
      to: '16505551234',
      text: 'Approve?',
      buttons: [{ id: 'a1.yes', title: 'Zatwierdź' }],
      context: 'wamid.IN',
      at: new Date(now).toISOString(),
    });
  });

  test('shows what came after a message', async () => {
    const first = await sent(text);
    const second = await sent(text);
    expect((await received(`?after=${encodeURIComponent(first)}`)).map(({ wamid }) => wamid)).toEqual([second]);
    expect(await received('?after=wamid.unknown')).toHaveLength(2);
  });

  test('shows what was written on the phone too, to whoever asks for both sides', async () => {
    const asked = await sent(buttons);
    await reply({ text: 'yes', quotedWamid: asked });
    await reply({ reaction: '👍' });
    expect((await received('?both=true')).slice(1)).toMatchObject([
      { from: 'person', kind: 'message', text: 'yes', context: asked },
      { from: 'person', kind: 'reaction', text: '👍', context: asked },
    ]);
    expect(await received()).toHaveLength(1);
  });

  test('keeps the last thousand messages', async () => {
    const first = await sent(text);
    for (let n = 0; n < 1_000; n += 1) await sent(text);
    const wamids = (await received()).map(({ wamid }) => wamid);
    expect(wamids).toHaveLength(1_000);
    expect(wamids).not.toContain(first);
  });

  test.each([
    ['a wrong token', 401, 190, () => graph(text, 'another token')],
    ['another number', 400, 100, () => graph(text, accessToken, '999')],
    ['an unknown type', 400, 100, () => graph({ ...text, type: 'hologram' })],
    ['nobody to send to', 400, 100, () => graph({ ...text, to: undefined })],
    ['a text that is too long', 400, 100, () => graph({ ...text, text: { body: 'x'.repeat(4_097) } })],
    [
      'a title that is too long',
      400,
      100,
      () => graph(JSON.parse(JSON.stringify(buttons).replace('Zatwierdź', 'x'.repeat(21))) as object),
    ],
    ['a key that is too long', 400, 100, () => graph({ ...text, biz_opaque_callback_data: 'x'.repeat(513) })],
  ])('refuses %s as the real one does', async (_what, status, code, call) => {
    expect(await call()).toMatchObject({ status, body: { error: { code, type: 'OAuthException' } } });
    expect(await received()).toEqual([]);
  });

  test('reports the delivery in a signed webhook, with the key it was given', async () => {
    const wamid = await sent(buttons);
    while (webhook.calls.length === 0) await setTimeout(2);
    const { body, signature } = lastCall();
    expect(signature).toBe(sign(body));
    expect(readDelivery(JSON.parse(body), account)).toEqual([
      { item: 'status', wamid, status: 'delivered', at: now, messageKey: 'ask:a1:1:0', errorCodes: [] },
    ]);
  });
});

describe('the phone', () => {
  test('sends words as a signed webhook, escaped as Meta does', async () => {
    const answer = await reply({ text: 'Zażółć 👍', quotedWamid: 'wamid.Q' });
    expect(answer.status).toBe(200);
    const { body, signature } = lastCall();
    expect(signature).toBe(sign(body));
    expect(body).toMatch(/Za\\u017c\\u00f3\\u0142\\u0107 \\ud83d\\udc4d/);
    expect(readDelivery(JSON.parse(body), account)).toMatchObject([
      { kind: 'text', text: 'Zażółć 👍', quotedWamid: 'wamid.Q', sender: { phone: '+16505551234' }, sentAt: now },
    ]);
  });

  test('taps a button of the message that has it', async () => {
    const wamid = await sent(buttons);
    await reply({ buttonId: 'a1.yes' });
    expect(readDelivery(JSON.parse(lastCall().body), account)).toMatchObject([
      { kind: 'button', buttonId: 'a1.yes', text: 'Zatwierdź', quotedWamid: wamid },
    ]);
    expect((await reply({ buttonId: 'a1.no' })).status).toBe(404);
  });

  test('reacts, to the latest message unless told otherwise, and takes it back', async () => {
    const wamid = await sent(text);
    await reply({ reaction: '👍' });
    expect(readDelivery(JSON.parse(lastCall().body), account)).toMatchObject([
      { kind: 'reaction', emoji: '👍', quotedWamid: wamid },
    ]);
    await reply({ reaction: '', quotedWamid: 'wamid.Q' });
    expect(readDelivery(JSON.parse(lastCall().body), account)).toMatchObject([{ emoji: '', quotedWamid: 'wamid.Q' }]);
  });

  test('says so when the service did not take the webhook', async () => {
    webhook.state.status = 401;
    expect((await reply({ text: 'hello' })).status).toBe(502);
  });

  test('does one thing at a time', async () => {
    expect((await reply({ text: 'yes', buttonId: 'a1.yes' })).status).toBe(422);
    expect((await reply({})).status).toBe(422);
    expect(webhook.calls).toEqual([]);
  });

  test('is nobody else’s', async () => {
    expect((await fetch(`${server.url}/simulator/whatsapp/messages`)).status).toBe(401);
    expect((await fetch(`${server.url}/simulator/whatsapp/reply`, { method: 'POST' })).status).toBe(401);
  });
});
