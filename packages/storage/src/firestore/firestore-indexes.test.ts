import { describe, expect, test } from '@jest/globals';
import { thingsCollection } from '../contract/store-under-test.ts';
import { firestoreIndexes } from './firestore-indexes.ts';

describe('the indexes that Firestore has to be given', () => {
  test('are one per declared query and direction, and nothing automatic besides', () => {
    const things = thingsCollection({
      name: 'things',
      indexes: [['at'], ['owner', 'status', 'at']],
      expiresAtField: 'expiresAt',
    });
    const path = (fieldPath: string, order = 'ASCENDING') => ({ fieldPath, order });
    const index = { collectionGroup: 'things', queryScope: 'COLLECTION' };
    expect(firestoreIndexes([things])).toEqual({
      indexes: [
        { ...index, fields: [path('owner'), path('status'), path('at')] },
        { ...index, fields: [path('owner'), path('status'), path('at', 'DESCENDING')] },
      ],
      fieldOverrides: [
        { collectionGroup: 'things', fieldPath: '*', indexes: [] },
        {
          collectionGroup: 'things',
          fieldPath: 'at',
          indexes: [
            { order: 'ASCENDING', queryScope: 'COLLECTION' },
            { order: 'DESCENDING', queryScope: 'COLLECTION' },
          ],
        },
        { collectionGroup: 'things', fieldPath: 'ttlAt', ttl: true, indexes: [] },
      ],
    });
  });

  test('of a sub-collection span all parents', () => {
    const events = thingsCollection({ name: 'events', parent: 'things', indexes: [['owner', 'at']] });
    const { indexes } = firestoreIndexes([events]);
    expect(indexes.map(({ queryScope }) => queryScope)).toEqual(['COLLECTION_GROUP', 'COLLECTION_GROUP']);
  });

  test('are refused for two sub-collections of one name, which Firestore would search together', () => {
    const events = thingsCollection({ name: 'events', parent: 'things' });
    expect(() => firestoreIndexes([events, { ...events, parent: 'others' }])).toThrow(/rename one/);
  });
});
