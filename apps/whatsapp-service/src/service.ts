import type { Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { Ports } from './ports.ts';

/** The WhatsApp side of the system: messages in through signed webhooks, messages out through the Cloud API. */
export function createWhatsAppService(ports: Ports): Service {
  return {
    name: 'whatsapp-service',
    routes: endpoints.map((endpoint) => endpoint(ports)),
    ready: () => ports.inbox.ping(),
    drain: async () => undefined,
  };
}
