export {
  type Collection,
  type CommitOutcome,
  defineCollection,
  type Durability,
  type IndexedValue,
  type Page,
  type Query,
  type Store,
  type Stored,
  type Version,
  type Write,
} from './store.ts';
