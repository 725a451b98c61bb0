import { describe, expect, test } from '@jest/globals';
import { codeOf, created, idsOf, type StoreUnderTest, seed, thingsCollection } from './store-under-test.ts';

const oddIds = [
  'wamid.HBgL/OTE==+x',
  'a/b/c',
  '.',
  '..',
  '__name__',
  '%2F',
  'with space',
  'it\'s "quoted"; DROP TABLE things',
  'zażółć 🎉 汉字',
  'tab\tline\nnull\0',
  'x'.repeat(500),
  '/',
];

const oddDocument = {
  note: {
    nested: [[1, [2, []]], [[]]],
    empty: {},
    '': 'an empty name',
    __reserved__: 1,
    '%json': ['x'],
    '%array': 'y',
    ttlAt: 5,
    'dotted.name': { 'a`b': true },
    numbers: [0.1, 1e21, -5, 9007199254740991, 1e-300, 2 ** 60],
    text: 'zażółć 🎉 \u0000 \u2028 "quoted" \\ \ud83c\udf89',
    nothing: null,
    flags: [true, false],
  },
  ttlAt: 'mine',
  '%commit': 'mine too',
  '': 'top',
  'dotted.name': 1,
  __proto: { constructor: 'x' },
};

export function describeDocuments(subject: () => StoreUnderTest): void {
  describe('documents', () => {
    test('a document comes back as it was stored, whatever JSON it is', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const version = await created(store, things, 'a', oddDocument);
      expect(await store.get(things, 'a')).toMatchObject({ id: 'a', data: oddDocument, version });
      expect((await store.get(things, 'a'))?.data).toEqual(oddDocument);
      const replacement = { kind: 'replace', collection: things, id: 'a', expected: version } as const;
      await store.commit([{ ...replacement, data: { ...oddDocument, status: 'x' } }]);
      expect((await store.get(things, 'a'))?.data).toEqual({ ...oddDocument, status: 'x' });
    });

    test('documents may be nested deeply', async () => {
      const { store } = subject();
      const things = thingsCollection();
      let deep: unknown = 'the bottom';
      for (let level = 0; level < 60; level++) deep = level % 2 === 0 ? { deep } : [deep];
      await created(store, things, 'a', { note: deep });
      expect((await store.get(things, 'a'))?.data).toEqual({ note: deep });
    });

    test('a document is stored as its JSON: what is undefined is absent', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await created(store, things, 'a', { status: undefined, at: 1, note: { gone: undefined, date: new Date(0) } });
      const expected = { at: 1, note: { date: '1970-01-01T00:00:00.000Z' } };
      expect(JSON.stringify((await store.get(things, 'a'))?.data)).toBe(JSON.stringify(expected));
    });

    test('the store shares no object with its callers', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const given = { note: { list: [1] } };
      await created(store, things, 'a', given);
      given.note.list.push(2);
      const read = await store.get(things, 'a');
      Object.assign(read?.data ?? {}, { note: 'changed' });
      expect((await store.get(things, 'a'))?.data).toEqual({ note: { list: [1] } });
    });

    test('what is unknown is null', async () => {
      expect(await subject().store.get(thingsCollection(), 'nobody')).toBeNull();
    });

    test('any text is an id', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, Object.fromEntries(oddIds.map((id, at) => [id, { at, note: id }])));
      for (const id of oddIds) expect(await store.get(things, id)).toMatchObject({ id, data: { note: id } });
      expect(await idsOf(store, things, {})).toEqual(oddIds);
      expect((await store.getMany(things, oddIds)).map(({ id }) => id)).toEqual(oddIds);
    });

    test('only what no implementation could keep is refused as an id', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const children = thingsCollection({ parent: things.name });
      for (const id of ['', 'x'.repeat(501), 'half \ud83c']) {
        expect(await codeOf(store.get(things, id))).toBe('VALIDATION_FAILED');
        const writes = [{ kind: 'put', collection: things, id, data: {} }] as const;
        expect(await codeOf(store.commit(writes))).toBe('VALIDATION_FAILED');
      }
      for (const id of ['orphan', '/own', 'parent/'])
        expect(await codeOf(store.get(children, id))).toBe('VALIDATION_FAILED');
    });

    test('a document may have a million bytes and no more', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const overhead = JSON.stringify({ note: '' }).length;
      const largest = { note: 'ż'.repeat((1_000_000 - overhead) / 2) };
      await created(store, things, 'a', largest);
      expect((await store.get(things, 'a'))?.data).toEqual(largest);
      const larger = { kind: 'put', collection: things, id: 'b', data: { note: `${largest.note}xx` } } as const;
      expect(await codeOf(store.commit([larger]))).toBe('PAYLOAD_TOO_LARGE');
      expect(await store.get(things, 'b')).toBeNull();
    });

    test('many are read in the order asked for, without the unknown, each once', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, { a: { note: 1 }, b: { note: 2 }, c: { note: 3 } });
      const found = await store.getMany(things, ['c', 'nobody', 'a', 'c']);
      expect(found.map(({ id, data }) => [id, data.note])).toEqual([
        ['c', 3],
        ['a', 1],
      ]);
      expect(await store.getMany(things, [])).toEqual([]);
      const tooMany = Array.from({ length: 101 }, (_, at) => `${at}`);
      expect(await codeOf(store.getMany(things, tooMany))).toBe('VALIDATION_FAILED');
    });

    test('what was read says when, by the store’s clock', async () => {
      const { store, now, clockToleranceMs } = subject();
      const things = thingsCollection();
      const outcome = await store.commit([{ kind: 'create', collection: things, id: 'a', data: { at: 1 } }]);
      const stored = await store.get(things, 'a');
      const page = await store.query(things, {
        where: {},
        orderBy: { field: 'at', direction: 'ascending' },
        limit: 1,
      });
      const times = [outcome.outcome === 'committed' && outcome.committedAt, stored?.readAt, page.readAt];
      for (const time of [...times, page.docs[0]?.readAt]) {
        expect(Number.isInteger(time)).toBe(true);
        expect(Math.abs(Number(time) - now())).toBeLessThanOrEqual(clockToleranceMs);
      }
    });

    test('an indexed field is a scalar', async () => {
      const { store } = subject();
      const things = thingsCollection();
      for (const at of [[1], { x: 1 }]) {
        const write = { kind: 'put', collection: things, id: 'a', data: { at } } as const;
        expect(await codeOf(store.commit([write]))).toBe('VALIDATION_FAILED');
      }
    });

    test('sub-collections are kept apart by parent and by parent collection', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const others = thingsCollection();
      const events = thingsCollection({ parent: things.name, indexes: [['owner', 'at']] });
      const namesake = { ...events, parent: others.name };
      await seed(store, events, { 'a/1': { owner: 'a', at: 1 }, 'a/2': { owner: 'a', at: 2 }, 'b/1': { owner: 'b' } });
      await seed(store, namesake, { 'a/1': { owner: 'a', at: 1, note: 'another' } });
      expect(await idsOf(store, events, { where: { owner: 'a' } })).toEqual(['a/1', 'a/2']);
      expect(await idsOf(store, namesake, { where: { owner: 'a' } })).toEqual(['a/1']);
      expect((await store.get(namesake, 'a/1'))?.data.note).toBe('another');
      expect((await store.get(events, 'b/1'))?.data).toEqual({ owner: 'b' });
      expect(await store.get(things, 'a')).toBeNull();
    });
  });
}
