export type { PurgingStore } from './documents/expiry.ts';
export {
  type Collection,
  type CommitOutcome,
  type Durability,
  defineCollection,
  type IndexedValue,
  type Page,
  type Query,
  type Store,
  type Stored,
  type Version,
  type Write,
} from './store.ts';
