import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { listen, type Service } from '@intexuraos/http-server';
import { composeAllInOne } from '../../compose.ts';
import { readAllInOneConfig } from '../../config.ts';
import { issueUserToken } from '../../first-start/local-issuer.ts';
import { ensureSecrets } from '../../first-start/secrets.ts';
import { freePort } from '../../reliability/testing/harness/free-port.ts';

/** Every service on one file, as `npm start` has them, but without a clock: nothing happens that nobody asked for. */
export interface StillMachine {
  readonly url: string;
  readonly services: readonly Service[];
  readonly internalAuth: string;
  /** The value of an Authorization header. */
  authorizationOf(userId: string): Promise<string>;
  /** Everything in the file, to see whether a call changed anything. */
  stored(): Promise<Readonly<Record<string, readonly string[]>>>;
  close(): Promise<void>;
}

/** Longer than a write may wait for another one to ride on. */
const writesSettleMs = 1_200;

export async function startStillMachine(): Promise<StillMachine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'still-machine-'));
  const port = await freePort();
  const config = readAllInOneConfig({ PORT: String(port), INTEXURAOS_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const { services, listenOptions, close } = await composeAllInOne(config);
  const server = await listen(services, { ...listenOptions, port, failuresPerMinute: 100_000 });
  const secrets = await ensureSecrets(dataDir);
  return {
    url: server.url,
    services,
    internalAuth: secrets.internalAuthToken,
    authorizationOf: async (userId) => `Bearer ${(await issueUserToken(secrets, userId, 1)).token}`,
    async stored() {
      await setTimeout(writesSettleMs);
      return contentOf(config.databaseFile);
    },
    async close() {
      await server.close();
      await close?.();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Looks at a copy: the file belongs to one process alone. */
function contentOf(file: string): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'still-copy-'));
  for (const suffix of ['', '-wal']) {
    if (existsSync(file + suffix)) copyFileSync(file + suffix, join(folder, `copy.db${suffix}`));
  }
  const database = new DatabaseSync(join(folder, 'copy.db'));
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    const rowsOf = (name: string) => database.prepare(`SELECT * FROM "${name}"`).all();
    return Object.fromEntries(
      tables.map(({ name }) => [String(name), rowsOf(String(name)).map((row) => JSON.stringify(Object.values(row)))]),
    );
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}
