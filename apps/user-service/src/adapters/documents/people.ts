import { uuidFromName } from '@intexuraos/kernel';
import type { Store, Write } from '@intexuraos/storage';
import type { Contact, Person } from '../../domain/person.ts';
import type { People } from '../../ports.ts';
import { contactClaims, people } from './person-collection.ts';

export function createPeople(store: Store): People {
  const get = async (userId: string) => {
    const stored = await store.get(people, userId);
    return stored && { person: stored.data, version: stored.version };
  };
  return {
    get,
    async findByContact(contact) {
      const claims = await store.getMany(contactClaims, claimsOf(contact).map(claimId));
      const owner = claims[0]?.data.userId;
      return owner === undefined ? null : ((await get(owner))?.person ?? null);
    },
    async add(person) {
      const writes: Write[] = [{ kind: 'create', collection: people, id: person.userId, data: person }];
      const result = await store.commit([...writes, ...claimsOf(person).map((claim) => take(person.userId, claim))]);
      if (result.outcome === 'committed') return 'added';
      return result.index === 0 ? 'exists' : 'contact_taken';
    },
    async change({ person, version }, next) {
      const id = person.userId;
      const writes: Write[] = [{ kind: 'replace', collection: people, id, data: next, expected: version }];
      const result = await store.commit([...writes, ...movedClaims(person, next)]);
      if (result.outcome === 'committed') return 'changed';
      return result.index === 0 ? 'conflict' : 'contact_taken';
    },
  };
}

interface Claim {
  readonly kind: keyof Contact;
  readonly value: string;
}

/** The WhatsApp id first: it counts more. */
const claimsOf = ({ bsuid, phone }: Contact): Claim[] => [
  ...(bsuid === null ? [] : [{ kind: 'bsuid', value: bsuid } as const]),
  ...(phone === null ? [] : [{ kind: 'phone', value: phone } as const]),
];

const claimId = ({ kind, value }: Claim) => uuidFromName(`${kind}:${value}`);

const take = (userId: string, claim: Claim): Write => ({
  kind: 'create',
  collection: contactClaims,
  id: claimId(claim),
  data: { userId, ...claim },
});

function movedClaims(before: Person, after: Person): Write[] {
  const had = new Set(claimsOf(before).map(claimId));
  const has = new Set(claimsOf(after).map(claimId));
  return [
    ...[...had].filter((id) => !has.has(id)).map((id): Write => ({ kind: 'delete', collection: contactClaims, id })),
    ...claimsOf(after)
      .filter((claim) => !had.has(claimId(claim)))
      .map((claim) => take(after.userId, claim)),
  ];
}
