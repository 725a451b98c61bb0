import type { Service } from '@intexuraos/http-server';
import { type Clock, type Logger, type Random, silentLogger, systemRandom } from '@intexuraos/kernel';
import { endpoints } from './endpoints/index.ts';
import { createInboxOfPhone } from './inbox-of-phone.ts';
import type { Simulator } from './simulator.ts';
import type { PhoneStatus } from './webhook-body.ts';
import { createWebhookCaller } from './webhook-caller.ts';

export interface WhatsAppSimulatorOptions {
  readonly appSecret: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  /** The number of the one simulated phone, with or without its plus sign. */
  readonly userPhone: string;
  /** Where the service takes its webhooks; a function where the port is not known yet. */
  readonly webhookUrl: string | (() => string);
  /** What WhatsApp reports about each message; `delivered` unless said, nothing under load. */
  readonly statuses?: readonly PhoneStatus['status'][];
  readonly clock: Clock;
  readonly random?: Random;
  readonly log?: Logger;
}

/**
 * WhatsApp on one machine: a stand-in of the Cloud API under `/simulator/graph`, to be configured as the API's URL, and a
 * phone that answers through signed webhooks. The service it talks to cannot tell the difference. Keeps nothing on disk.
 */
export function createWhatsAppSimulator(options: WhatsAppSimulatorOptions): Service {
  const simulator = simulatorOf(options);
  return {
    name: 'whatsapp-simulator',
    routes: endpoints.map((endpoint) => endpoint(simulator)),
    ready: async () => undefined,
    drain: () => simulator.webhook.close(),
  };
}

function simulatorOf(options: WhatsAppSimulatorOptions): Simulator {
  const { phoneNumberId, businessAccountId, userPhone, webhookUrl, accessToken, clock } = options;
  const url = typeof webhookUrl === 'string' ? () => webhookUrl : webhookUrl;
  return {
    line: { phoneNumberId, businessAccountId, userPhone: userPhone.replace(/^\+/, '') },
    accessToken,
    statuses: options.statuses ?? ['delivered'],
    inbox: createInboxOfPhone(),
    webhook: createWebhookCaller(url, options.appSecret),
    clock,
    random: options.random ?? systemRandom,
    log: options.log ?? silentLogger,
  };
}
