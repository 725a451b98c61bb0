import type { CallOutcome, Neighbour } from '@intexuraos/internal-clients';
import { notesAgent } from '@intexuraos/internal-clients/notes-agent';
import { userService } from '@intexuraos/internal-clients/user-service';
import { findNote } from './find-note.ts';
import { addressesIn, findRecipients } from './find-recipients.ts';
import type { Found } from './found.ts';
import type { Wish } from './wish.ts';

interface Asking {
  readonly userId: string;
  ask<Client>(neighbour: Neighbour<Client>): Client;
}

/** The payload with what its person only named: who it is for, and which note it says. What is stated stays. */
export async function lookUp({ payload, recipient, notes }: Wish, asking: Asking): Promise<Found> {
  const to = recipient === undefined ? { fields: {} } : await recipientsOf(recipient, asking);
  if ('problem' in to) return to;
  const said = notes === undefined ? { fields: {} } : await noteOf(notes, asking);
  if ('problem' in said) return said;
  return { fields: { ...said.fields, ...to.fields, ...payload } };
}

async function recipientsOf(said: string, { userId, ask }: Asking): Promise<Found> {
  const stated = addressesIn(said);
  if (stated !== null) return { fields: { to: stated } };
  const { entries } = answerOf(await ask(userService).addressBook(userId));
  return findRecipients(said, entries);
}

const noteOf = async (about: string, { userId, ask }: Asking): Promise<Found> =>
  findNote(about, answerOf(await ask(notesAgent).newest(userId)).notes);

/** Throws to be tried again. */
function answerOf<T>(call: CallOutcome<T>): T {
  if (call.kind === 'answered') return call.data;
  throw new Error(`a look-up: ${call.code} ${call.message}`);
}
