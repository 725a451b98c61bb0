import { setTimeout } from 'node:timers/promises';
import {
  actionApprovalReply,
  commandIngest,
  whatsappMessageSend,
  whatsappMessageStatus,
  whatsappWindowOpened,
} from '@intexuraos/contracts';
import { endpointsOf, listen, type RunningServer, type Service } from '@intexuraos/http-server';
import { ContactAnswer, WhatsAppPersonAnswer } from '@intexuraos/internal-clients/user-service';
import { silentLogger } from '@intexuraos/kernel';
import { createMemoryCarrier, type MemoryCarrier } from '@intexuraos/messaging/memory';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { createManualClock, freePort, type ManualClock } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { composeWhatsAppService } from './compose.ts';
import { createWhatsAppSimulator } from './simulator/index.ts';
import { aMessage, anAsk, messages } from './testing/payloads.ts';
import { account, ann, appSecret, authenticator, now, sign } from './testing/start-world.ts';

const accessToken = 'the-access-token-of-the-account';
const topics = [actionApprovalReply, commandIngest, whatsappMessageSend, whatsappMessageStatus, whatsappWindowOpened];

/** user-service as far as this service needs it; `asked` counts. */
function standInUserService(asked: { times: number }): Service {
  const { endpoint } = endpointsOf<typeof asked>();
  const byWhatsApp = endpoint({
    method: 'GET',
    path: '/internal/users/by-whatsapp',
    auth: 'service',
    summary: 'Finds a person.',
    input: z.object({ bsuid: z.string().optional(), phone: z.string().optional() }),
    output: WhatsAppPersonAnswer,
    handle: async ({ phone }, { app }) => {
      app.times += 1;
      return { person: phone === ann.phone ? { userId: ann.userId, phone } : null };
    },
  });
  const contact = endpoint({
    method: 'GET',
    path: '/internal/users/:userId/contact',
    auth: 'service',
    summary: 'Finds a contact.',
    input: z.object({ userId: z.string() }),
    output: ContactAnswer,
    handle: async ({ userId }) => ({ contact: userId === ann.userId ? { phone: ann.phone } : null }),
  });
  const routes = [byWhatsApp, contact].map((route) => route(asked));
  return { name: 'user-service', routes, ready: async () => undefined, drain: async () => undefined };
}

let server: RunningServer;
let clock: ManualClock;
let carrier: MemoryCarrier;
const asked = { times: 0 };

beforeEach(async () => {
  asked.times = 0;
  clock = createManualClock(now);
  const consumers = topics.map((topic) => ({ name: topic.name, topic }));
  carrier = createMemoryCarrier({ clock, consumers });
  const platform = {
    store: createMemoryStore({ clock }),
    publisher: carrier,
    clock,
    log: silentLogger,
  };
  const url = () => server.url;
  const port = await freePort();
  const service = composeWhatsAppService(
    {
      account,
      webhook: { appSecrets: [appSecret], verifyToken: 'the-verify-token' },
      cloudApi: {
        url: `http://127.0.0.1:${port}/simulator/graph`,
        accessToken,
        phoneNumberId: account.phoneNumberId,
        template: null,
      },
      neighbours: {
        urls: { INTEXURAOS_USER_SERVICE_URL: `http://127.0.0.1:${port}` },
        internalAuthToken: 'an-internal-token-of-thirty-two-characters',
      },
    },
    platform,
  );
  const simulator = createWhatsAppSimulator({
    ...account,
    appSecret,
    accessToken,
    userPhone: ann.phone,
    webhookUrl: () => `${url()}/whatsapp/webhooks`,
    clock,
  });
  server = await listen([service, simulator, standInUserService(asked)], {
    port,
    authenticator,
    log: silentLogger,
    clock,
  });
  for (const { consumer } of service.routes.flatMap((route) => (route.kind === 'subscription' ? [route] : [])))
    carrier.attach(consumer);
});
afterEach(() => server.close());

const told = (topic: { readonly name: string }) =>
  carrier.pending().flatMap(({ consumer, data }) => (consumer === topic.name ? [data] : []));

/** A message from any number, through the webhook. */
function write(from: string, wamid: string) {
  const body = JSON.stringify(messages(aMessage({ from, id: wamid })));
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': sign(body) };
  return fetch(`${server.url}/whatsapp/webhooks`, { method: 'POST', headers, body });
}

const reply = (body: object) =>
  fetch(`${server.url}/simulator/whatsapp/reply`, {
    method: 'POST',
    headers: { authorization: 'Bearer ann', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the whole way: an ask reaches the phone, a tap comes back as an approval reply, words as a command', async () => {
  await carrier.publish(whatsappMessageSend, anAsk());
  expect(
    await carrier.deliverNext((pending) => pending.findIndex(({ topic }) => topic === 'whatsapp.message.send')),
  ).toBe('ack');
  while (told(whatsappMessageStatus).length < 2) await setTimeout(5);
  expect(told(whatsappMessageStatus)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ status: 'sent' }),
      expect.objectContaining({ status: 'delivered' }),
    ]),
  );
  expect((await reply({ buttonId: 'a1.a1.1.yes' })).status).toBe(200);
  const wish = `And remind me of the dentist tomorrow at nine, ${'and of much more '.repeat(10)}`;
  expect((await reply({ text: wish })).status).toBe(200);
  expect(told(actionApprovalReply)).toMatchObject([{ userId: ann.userId, buttonId: 'a1.a1.1.yes' }]);
  expect(told(commandIngest)).toMatchObject([{ userId: ann.userId, sourceType: 'whatsapp' }]);
});

test('a person is asked for once a minute, however much they write', async () => {
  for (let n = 0; n < 5; n += 1) await reply({ text: `Please note the thing with the number ${n}` });
  expect(asked.times).toBe(1);
  expect(told(commandIngest)).toHaveLength(5);
});

test('somebody unknown is asked for again after a moment: they may just have been linked', async () => {
  for (const wamid of ['wamid.1', 'wamid.2']) await write('19995550000', wamid);
  expect(asked.times).toBe(1);
  await clock.advance(5_000);
  await write('19995550000', 'wamid.3');
  expect(asked.times).toBe(2);
  expect(told(commandIngest)).toEqual([]);
});

test('what is no phone number is not asked for', async () => {
  await write('PHONE_NUMBER', 'wamid.1');
  expect(asked.times).toBe(0);
});

test('many messages of one person at once are one question', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, n) => write(ann.phone.slice(1), `wamid.${n}`)));
  expect(asked.times).toBe(1);
  expect(told(commandIngest)).toHaveLength(10);
});
