export {
  createSqliteStore,
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from './create-sqlite-store.ts';
export type { GroupCommitListener } from './group-commit.ts';
export { openSqliteDatabase, type SqliteDatabase, type SqliteDatabaseOptions } from './sqlite-database.ts';
