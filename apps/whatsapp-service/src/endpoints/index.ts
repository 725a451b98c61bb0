import { answerChallengeEndpoint } from './answer-challenge.ts';
import { listUndelivered } from './list-undelivered.ts';
import { receiveDeliveryEndpoint } from './receive-delivery.ts';
import { retryPendingEndpoint } from './retry-pending.ts';
import { sendMessageSubscription } from './send-message.ts';

/** All that whatsapp-service answers. */
export const endpoints = [
  answerChallengeEndpoint,
  receiveDeliveryEndpoint,
  retryPendingEndpoint,
  listUndelivered,
  sendMessageSubscription,
] as const;
