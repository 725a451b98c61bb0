import fc from 'fast-check';
import type { Query, Write } from '../store.ts';

/** Which version a conditional write names: the one it knows last, its first one, or one that never was. */
export type Expected = 'last' | 'first' | 'made up';

export interface RandomWrite {
  readonly kind: Write['kind'];
  readonly id: string;
  readonly data: object;
  readonly expected: Expected | null;
}

export type Command =
  | { readonly command: 'commit'; readonly writes: readonly RandomWrite[] }
  | { readonly command: 'get'; readonly id: string }
  | { readonly command: 'query'; readonly query: Query }
  | { readonly command: 'advance'; readonly ms: number }
  | { readonly command: 'purge'; readonly limit: number };

const ids = ['a', 'b', 'c/d', 'ż'];
const id = fc.constantFrom(...ids);
const status = fc.constantFrom('x', 'y', '', 1, true, null);
const at = fc.constantFrom(0, 1, 2, -1.5, 'a', 'b', '🎉', true, false, null);

const documentFields = { status, at, owner: fc.constantFrom('me', 'you'), note: fc.jsonValue({ maxDepth: 4 }) };
const anyDocument = fc.record(documentFields, { requiredKeys: [] });
const expiringDocument = (start: number) =>
  fc.record(
    { ...documentFields, expiresAt: fc.constantFrom(null, start, start + 1, start + 2, start + 5) },
    { requiredKeys: [] },
  );

const writes = (data: fc.Arbitrary<object>) =>
  fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom<Write['kind'][]>('create', 'replace', 'put', 'delete'),
      id,
      data,
      expected: fc.constantFrom<(Expected | null)[]>('last', 'last', 'last', 'first', 'made up', null),
    }),
    { minLength: 1, maxLength: 3, selector: (write) => write.id },
  );

const where = fc.oneof(
  fc.constant({}),
  fc.record({ status: fc.oneof(status, fc.uniqueArray(status, { minLength: 1, maxLength: 3 })) }),
  fc.record({ owner: fc.constantFrom('me', 'you'), status: fc.uniqueArray(status, { minLength: 1, maxLength: 2 }) }),
);

const bounds = fc.oneof(
  fc.constant({}),
  fc.record({ from: fc.constantFrom(0, 1, -1.5) }),
  fc.record({ from: fc.constantFrom(0, 1), to: fc.constantFrom(0, 1, 2) }),
  fc.record({ to: fc.constantFrom('a', 'b') }),
  fc.record({ to: fc.boolean() }),
);

const query = fc
  .tuple(where, bounds, fc.constantFrom('ascending' as const, 'descending' as const), fc.integer({ min: 1, max: 3 }))
  .map(([filters, range, direction, limit]): Query => {
    return { where: filters, ...range, orderBy: { field: 'at', direction }, limit };
  });

function commandsWith(data: fc.Arbitrary<object>): fc.Arbitrary<Command>[] {
  const commit = fc.record({ command: fc.constant('commit' as const), writes: writes(data) });
  return [
    commit,
    commit,
    commit,
    fc.record({ command: fc.constant('get' as const), id }),
    fc.record({ command: fc.constant('query' as const), query }),
  ];
}

/** What any store can be asked. */
export const anyCommands = fc.array(fc.oneof(...commandsWith(anyDocument)), { maxLength: 40 });

/** The same, with documents that expire while a clock is moved on, and sometimes set back, from `start`. */
export const expiringCommands = (start: number): fc.Arbitrary<Command[]> =>
  fc.array(
    fc.oneof(
      ...commandsWith(expiringDocument(start)),
      fc.record({ command: fc.constant('advance' as const), ms: fc.integer({ min: -2, max: 2 }) }),
      fc.record({ command: fc.constant('purge' as const), limit: fc.integer({ min: 0, max: 3 }) }),
    ),
    { maxLength: 40 },
  );

/** A look at everything, to compare where two stores have got to. */
export const finalCommands: readonly Command[] = [
  ...ids.map((each): Command => ({ command: 'get', id: each })),
  ...(['ascending', 'descending'] as const).map((direction): Command => {
    return { command: 'query', query: { where: {}, orderBy: { field: 'at', direction }, limit: 2 } };
  }),
];
