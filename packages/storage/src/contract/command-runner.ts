import type { PurgingStore } from '../documents/expiry.ts';
import type { Collection, Query, Store, Version, Write } from '../store.ts';
import type { Command, Expected, RandomWrite } from './random-commands.ts';
import type { Thing } from './store-under-test.ts';

export interface CommandRunner {
  /** Carries a command out and answers with what a caller could see, free of versions and times. */
  run(command: Command): Promise<unknown>;
}

/** Runs commands against one store; knows the versions it was given, as a caller would. */
export function createCommandRunner(store: Store | PurgingStore, collection: Collection<Thing>): CommandRunner {
  const known = new Map<string, Version[]>();

  function versionFor(id: string, expected: Expected): Version {
    const versions = known.get(id) ?? [];
    return (expected === 'last' ? versions.at(-1) : expected === 'first' ? versions[0] : undefined) ?? 'never';
  }

  function writeOf({ kind, id, data, expected }: RandomWrite): Write {
    const at = { collection, id };
    if (kind === 'replace') return { kind, ...at, data, expected: versionFor(id, expected ?? 'last') };
    if (kind !== 'delete') return { kind, ...at, data };
    return expected === null ? { kind, ...at } : { kind, ...at, expected: versionFor(id, expected) };
  }

  async function commit(writes: readonly RandomWrite[]): Promise<unknown> {
    const outcome = await store.commit(writes.map(writeOf));
    if (outcome.outcome === 'conflict') return outcome;
    writes.forEach(({ id, kind }, at) => {
      const version = outcome.versions[at];
      if (kind !== 'delete' && version !== undefined) known.set(id, [...(known.get(id) ?? []), version]);
    });
    return 'committed';
  }

  async function readAll(query: Query): Promise<unknown> {
    const pages: unknown[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await store.query(collection, cursor === undefined ? query : { ...query, cursor });
      pages.push(page.docs.map(({ id, data }) => [id, data]));
      if (page.nextCursor === null) return pages;
      cursor = page.nextCursor;
    }
  }

  return {
    async run(command) {
      switch (command.command) {
        case 'commit':
          return commit(command.writes);
        case 'get':
          return (await store.get(collection, command.id))?.data ?? null;
        case 'query':
          return readAll(command.query);
        case 'purge':
          return 'purgeExpired' in store ? store.purgeExpired(command.limit) : null;
        case 'advance':
          return null;
      }
    },
  };
}
