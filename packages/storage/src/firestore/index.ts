export { createFirestoreStore, type FirestoreStoreOptions } from './create-firestore-store.ts';
export {
  type CompositeIndex,
  type FieldOverride,
  type FirestoreIndexes,
  firestoreIndexes,
} from './firestore-indexes.ts';
