import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { toPhone } from '../domain/phone.ts';
import { changePerson } from '../use-cases/change-person.ts';
import { endpoint } from './endpoint.ts';

const Phone = z
  .string()
  .max(32)
  .refine((written) => toPhone(written) !== null, 'expected a phone number like "+48123456789"');

export const changeContact = endpoint({
  method: 'PUT',
  path: '/internal/users/:userId/contact',
  auth: 'service',
  summary: 'Say where a person can be reached; the caller answers for having proven it. What is not named is forgotten',
  input: z.object({ userId: UserId, phone: Phone.optional(), bsuid: z.string().min(1).max(256).optional() }),
  output: z.object({}),
  handle: async ({ userId, phone, bsuid }, { app }) => {
    const contact = { phone: phone === undefined ? null : toPhone(phone), bsuid: bsuid ?? null };
    await changePerson(app, userId, contact);
    return {};
  },
});
