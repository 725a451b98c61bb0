import { defineCollection, type Store } from '@intexuraos/storage';

/** A collection as its documents are stored, whatever wrote them. */
const plain = (name: string, parent?: string) =>
  defineCollection({ name, parse: (data) => data, indexes: [], ...(parent !== undefined && { parent }) });

/** An action as the first version of the system stored it: ten fields and no more. */
export const seedDocument = (fields: {
  readonly id: string;
  readonly userId: string;
  readonly [field: string]: unknown;
}) => ({
  commandId: `whatsapp:${fields.id}`,
  type: 'todo',
  confidence: 0.7,
  title: 'Water the plants',
  status: 'pending',
  payload: { prompt: 'water the plants' },
  createdAt: '2026-02-03T10:00:00.000Z',
  updatedAt: '2026-02-03T10:00:00.000Z',
  ...fields,
});

/** Puts a document where no use case would, as an older version or an operator did. */
export async function putDocument(
  store: Store,
  [name, parent]: readonly [string, string?],
  id: string,
  data: object,
): Promise<void> {
  await store.commit([{ kind: 'put', collection: plain(name, parent), id, data }]);
}
