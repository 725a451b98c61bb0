import {
  actionApprovalReply,
  commandIngest,
  whatsappMessageSend,
  whatsappMessageStatus,
  whatsappWindowOpened,
} from '@intexuraos/contracts';
import type { Service } from '@intexuraos/http-server';
import { createNeighbours } from '@intexuraos/internal-clients';
import type { Platform } from '@intexuraos/platform';
import { createCloudApi } from './adapters/cloud-api/courier.ts';
import { createInbox } from './adapters/store/inbox.ts';
import { createMessages } from './adapters/store/messages.ts';
import { createPeople } from './adapters/user-service/people.ts';
import type { WhatsAppConfig } from './config.ts';
import { createWhatsAppService } from './service.ts';

/** WhatsApp waits for the answer to its webhook, so a slow user-service must not hold it up: a sweep asks again. */
const neighbourDeadlineMs = 800;

type Foundations = Pick<Platform, 'store' | 'publisher' | 'clock' | 'log' | 'identityToken'>;

/** Every topic that this service publishes to. */
export const publishes = [
  actionApprovalReply,
  commandIngest,
  whatsappMessageSend,
  whatsappMessageStatus,
  whatsappWindowOpened,
] as const;

/** The one file of this app that names technology. */
export function composeWhatsAppService(config: WhatsAppConfig, platform: Foundations): Service {
  const { store, publisher, clock, log, identityToken } = platform;
  const neighbours = createNeighbours({
    ...config.neighbours,
    ...(identityToken && { identityToken }),
    deadlineMs: neighbourDeadlineMs,
    clock,
  });
  const cloudApi = createCloudApi(config.cloudApi);
  const service = createWhatsAppService({
    account: config.account,
    webhook: config.webhook,
    hasTemplate: config.cloudApi.template !== null,
    inbox: createInbox(store),
    messages: createMessages(store),
    people: createPeople(neighbours.connect, clock),
    courier: cloudApi,
    publisher,
    clock,
    log,
  });
  const drain = async () => {
    await service.drain();
    await Promise.all([neighbours.close(), cloudApi.close()]);
  };
  return { ...service, drain };
}
