import { deadLetters } from '@intexuraos/platform';
import { createFirestoreStore } from '@intexuraos/storage/firestore';
import { type Stored, storedAction } from '../stored.ts';

interface Place {
  readonly projectId: string;
  readonly subscriptions: readonly string[];
}

/** Reads what a machine left in the emulator, which FIRESTORE_EMULATOR_HOST names. */
export async function readFirestore<T>(
  { projectId, subscriptions }: Place,
  read: (stored: Stored) => Promise<T>,
): Promise<T> {
  const store = createFirestoreStore({ projectId });
  const orderBy = { field: 'at', direction: 'ascending' } as const;
  try {
    const { docs } = await store.query(deadLetters, { where: {}, orderBy, limit: 500 });
    const given = docs.filter(({ data }) => subscriptions.includes(data.subscription));
    return await read({ deadLetters: given.length, action: (id) => storedAction(store, id) });
  } finally {
    await store.close();
  }
}
