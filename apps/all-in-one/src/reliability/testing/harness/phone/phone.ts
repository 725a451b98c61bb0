import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { type Received, startStandIn } from '../http-stand-in.ts';
import { createWebhook, type Delivery, type SentWebhook, untilAccepted } from './webhook.ts';
import { replyBody, type Said, statusBody } from './webhook-body.ts';

const Button = z.object({ reply: z.object({ id: z.string(), title: z.string() }) });

/** What of `POST /{phone-number-id}/messages` matters here. */
const Letter = z.object({
  biz_opaque_callback_data: z.string(),
  text: z.object({ body: z.string() }).optional(),
  interactive: z
    .object({ body: z.object({ text: z.string() }), action: z.object({ buttons: z.array(Button) }) })
    .optional(),
});

export interface PhoneMessage {
  readonly wamid: string;
  readonly key: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  /** Unix milliseconds. */
  readonly arrivedAt: number;
}

/** What the machine has to know webhooks by. */
export const appSecret = 'the app secret of these tests';

export interface PhoneOptions {
  readonly webhookUrl: string;
  /** How replies travel; until they are accepted unless said. */
  readonly delivery?: Delivery;
  /** How statuses travel; as replies unless said. */
  readonly statusDelivery?: Delivery;
  /** What is reported of each message, in this order; sent and delivered unless said. */
  readonly statuses?: readonly string[];
  /** How long after its arrival on the phone a message's id is said; at once unless said. */
  readonly acceptsAfterMs?: number;
}

/** The WhatsApp Cloud API and the person's phone: keeps what arrived, whatever becomes of the machine. */
export interface Phone {
  readonly url: string;
  readonly messages: readonly PhoneMessage[];
  /** The wamids of what the person has said, in order. */
  readonly said: readonly string[];
  /** What was said and reported to the machine, and how it answered. */
  readonly webhooks: readonly SentWebhook[];
  /** Says something, about a message if one is quoted. */
  say(said: Said, quotes: string | null): void;
  /** Taps a button of a message. Throws when it has none of that title. */
  tap(message: PhoneMessage, title: string): void;
  /** Delivers all that was delivered so far once more. */
  redeliver(): void;
  /** Resolves when all webhooks have been accepted. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const unixSeconds = () => Math.floor(Date.now() / 1000);

export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const { webhookUrl: url, delivery = untilAccepted, statusDelivery = delivery } = options;
  const { statuses = ['sent', 'delivered'], acceptsAfterMs = 0 } = options;
  const webhook = createWebhook({ url, appSecret });
  const messages: PhoneMessage[] = [];
  const saidIds: string[] = [];

  async function receive({ body }: Received, response: ServerResponse): Promise<void> {
    const message = messageOf(body, `wamid.OUT${messages.length + 1}`);
    messages.push(message);
    if (acceptsAfterMs > 0) await setTimeout(acceptsAfterMs);
    const answer = { messaging_product: 'whatsapp', messages: [{ id: message.wamid }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    const { wamid, key: messageKey } = message;
    for (const status of statuses)
      webhook.deliver(statusBody({ wamid, status, timestamp: unixSeconds(), messageKey }), statusDelivery);
  }

  const server = await startStandIn((received, response) => void receive(received, response));

  function say(said: Said, quotes: string | null): void {
    const wamid = `wamid.IN${saidIds.length + 1}.`;
    saidIds.push(wamid);
    webhook.deliver(replyBody({ wamid, timestamp: unixSeconds(), quotes, said }), delivery);
  }

  return {
    url: server.url,
    messages,
    said: saidIds,
    webhooks: webhook.sent,
    say,
    tap(message, title) {
      const button = message.buttons.find((candidate) => candidate.title === title);
      if (button === undefined) throw new Error(`"${message.text}" has no button ${title}`);
      say({ button }, message.wamid);
    },
    redeliver: () => webhook.redeliver(),
    settled: () => webhook.settled(),
    async close() {
      webhook.close();
      await server.close();
    },
  };
}

function messageOf(body: unknown, wamid: string): PhoneMessage {
  const { biz_opaque_callback_data: key, text, interactive } = Letter.parse(body);
  const buttons = interactive?.action.buttons.map(({ reply }) => reply) ?? [];
  return { wamid, key, text: text?.body ?? interactive?.body.text ?? '', buttons, arrivedAt: Date.now() };
}
