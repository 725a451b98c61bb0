import { z } from 'zod';
import { receiveDelivery } from '../use-cases/receive-delivery.ts';
import { endpoint } from './endpoint.ts';

export const receiveDeliveryEndpoint = endpoint({
  method: 'POST',
  path: '/whatsapp/webhooks',
  // The signature over the raw bytes is what lets a caller in.
  auth: 'public',
  summary: 'Takes in messages and statuses from WhatsApp.',
  input: z.looseObject({}),
  output: z.object({}),
  wire: 'raw',
  body: 'raw',
  bodyLimit: 3 * 1024 * 1024,
  handle: async (_query, { app, request }) => {
    await receiveDelivery(app, { rawBody: request.rawBody, signature: request.headers['x-hub-signature-256'] });
    return {};
  },
});
