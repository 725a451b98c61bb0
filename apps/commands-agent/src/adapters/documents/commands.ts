import type { Store, Stored, Version } from '@intexuraos/storage';
import type { Command } from '../../domain/command.ts';
import type { Commands, Kept } from '../../ports.ts';
import { commands as collection } from './collections.ts';

const kept = ({ data, version }: Pick<Stored<Command>, 'data' | 'version'>): Kept => ({ command: data, version });

export function createCommands(store: Store): Commands {
  async function get(id: string): Promise<Kept | null> {
    const stored = await store.get(collection, id);
    return stored && kept(stored);
  }
  return {
    get,
    async create(command) {
      const commit = await store.commit([{ kind: 'create', collection, id: command.id, data: command }]);
      if (commit.outcome === 'committed') return { outcome: 'created', kept: written(command, commit.versions) };
      const present = await get(command.id);
      if (present === null) throw new Error('a command was there and is gone');
      return { outcome: 'exists', kept: present };
    },
    async replace({ command: { id }, version: expected }, next) {
      const commit = await store.commit([{ kind: 'replace', collection, id, data: next, expected }]);
      return commit.outcome === 'committed' ? written(next, commit.versions) : null;
    },
    async due(now, limit) {
      const orderBy = { field: 'dueAt', direction: 'ascending' } as const;
      return (await store.query(collection, { where: {}, orderBy, to: now, limit })).docs.map(kept);
    },
  };
}

function written(command: Command, [version]: readonly Version[]): Kept {
  if (version === undefined) throw new Error('the store answered a commit without a version');
  return { command, version };
}
