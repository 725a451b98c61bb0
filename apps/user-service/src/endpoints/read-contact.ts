import { UserId } from '@intexuraos/contracts';
import { ContactAnswer } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const readContact = endpoint({
  method: 'GET',
  path: '/internal/users/:userId/contact',
  auth: 'service',
  summary: 'Where a person can be reached',
  input: z.object({ userId: UserId }),
  output: ContactAnswer,
  handle: async ({ userId }, { app }) => {
    const kept = await app.people.get(userId);
    if (!kept) return { contact: null };
    const { phone, bsuid } = kept.person;
    return { contact: { ...(phone !== null && { phone }), ...(bsuid !== null && { bsuid }) } };
  },
});
