import type { CallOutcome, Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import { AppError, type Clock } from '@intexuraos/kernel';
import type { Contact, People } from '../../ports.ts';
import { createAnswerCache } from './answer-cache.ts';

const phoneNumber = /^\+\d{5,20}$/;

/** Asks user-service, and believes an answer for a minute: a person who was just linked is found within seconds. */
export function createPeople(connect: Connect, clock: Clock): People {
  const client = connect(userService);
  const userIds = createAnswerCache<string>(clock);
  const contacts = createAnswerCache<Contact>(clock);
  return {
    async find({ bsuid, phone }) {
      const asked = { ...(bsuid !== null && { bsuid }), ...(phone !== null && phoneNumber.test(phone) && { phone }) };
      if (Object.keys(asked).length === 0) return null;
      const key = `${bsuid} ${phone}`;
      return userIds.through(key, async () => answered(await client.findByWhatsApp(asked))?.userId ?? null);
    },
    contactOf: (userId) =>
      contacts.through(userId, async () => {
        const { phone = null, bsuid = null } = answered(await client.contactOf(userId)) ?? {};
        return phone === null && bsuid === null ? null : { phone, bsuid };
      }),
  };
}

function answered<T>(outcome: CallOutcome<T>): T {
  if (outcome.kind === 'answered') return outcome.data;
  throw new AppError('UNAVAILABLE', 'user-service does not answer', { cause: new Error(outcome.code) });
}
