import type { Person } from '../domain/person.ts';
import { toPhone } from '../domain/phone.ts';
import type { UserServicePorts } from '../ports.ts';

export interface WhatsAppIds {
  readonly bsuid?: string | undefined;
  readonly phone?: string | undefined;
}

/** Null: nobody we know. A number that is none finds nobody. */
export async function findByWhatsApp({ people }: UserServicePorts, ids: WhatsAppIds): Promise<Person | null> {
  const phone = ids.phone === undefined ? null : toPhone(ids.phone);
  return people.findByContact({ bsuid: ids.bsuid ?? null, phone });
}
