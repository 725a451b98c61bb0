import { WhatsAppPersonAnswer } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';
import { findByWhatsApp } from '../use-cases/find-by-whatsapp.ts';
import { endpoint } from './endpoint.ts';

export const findUserByWhatsApp = endpoint({
  method: 'GET',
  path: '/internal/users/by-whatsapp',
  auth: 'service',
  summary: 'Whose WhatsApp id (tried first) or phone number this is',
  input: z
    .object({ bsuid: z.string().min(1).max(256).optional(), phone: z.string().min(1).max(32).optional() })
    .refine(({ bsuid, phone }) => bsuid !== undefined || phone !== undefined, 'expected bsuid or phone'),
  output: WhatsAppPersonAnswer,
  handle: async (ids, { app }) => {
    const person = await findByWhatsApp(app, ids);
    if (!person) return { person: null };
    const { userId, phone, bsuid } = person;
    return { person: { userId, ...(phone !== null && { phone }), ...(bsuid !== null && { bsuid }) } };
  },
});
