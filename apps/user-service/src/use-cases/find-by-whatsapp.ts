import type { Person } from '../domain/person.ts';
import { toPhone } from '../domain/phone.ts';
import type { UserServicePorts } from '../ports.ts';

export interface WhatsAppIds {
  readonly bsuid?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * Null: nobody we know. A number that is none finds nobody; nor does one that was somebody's whose WhatsApp id is another
 * one: numbers are given to new people, and those must not answer for the old ones.
 */
export async function findByWhatsApp({ people }: UserServicePorts, ids: WhatsAppIds): Promise<Person | null> {
  const phone = ids.phone === undefined ? null : toPhone(ids.phone);
  const person = await people.findByContact({ bsuid: ids.bsuid ?? null, phone });
  const isOther = ids.bsuid !== undefined && person !== null && ![null, ids.bsuid].includes(person.bsuid);
  return isOther ? null : person;
}
