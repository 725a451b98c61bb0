import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { listen, type Service } from '@intexuraos/http-server';
import { freePort } from '@intexuraos/testing';
import { composeAllInOne } from '../../compose.ts';
import { readAllInOneConfig } from '../../config.ts';
import { issueUserToken } from '../../first-start/local-issuer.ts';
import { ensureSecrets } from '../../first-start/secrets.ts';

/** Every service on one file, as `npm start` has them, but without a clock: nothing happens that nobody asked for. */
export interface StillMachine {
  readonly url: string;
  readonly services: readonly Service[];
  readonly internalAuth: string;
  /** The value of an Authorization header. */
  authorizationOf(userId: string): Promise<string>;
  /** The same of somebody who operates. */
  readonly operator: string;
  /** Everything in the file, to see whether a call changed anything. */
  stored(): Promise<Readonly<Record<string, readonly string[]>>>;
  close(): Promise<void>;
}

/** Longer than a write may wait for another one to ride on. */
const writesSettleMs = 1_200;

export async function startStillMachine(): Promise<StillMachine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'still-machine-'));
  const port = await freePort();
  const config = readAllInOneConfig({
    PORT: String(port),
    INTEXURAOS_DATA_DIR: dataDir,
    INTEXURAOS_WEB_DIR: join(dataDir, 'no-web-app'),
    LOG_LEVEL: 'error',
  });
  const { services, listenOptions, close } = await composeAllInOne(config);
  const server = await listen(services, { ...listenOptions, port, failuresPerMinute: 100_000 });
  const secrets = await ensureSecrets(dataDir);
  const bearer = async (userId: string, isOperator: boolean) =>
    `Bearer ${(await issueUserToken(secrets, { userId, isOperator, days: 1 })).token}`;
  return {
    url: server.url,
    services,
    internalAuth: secrets.internalAuthToken,
    authorizationOf: (userId) => bearer(userId, false),
    operator: await bearer('olga', true),
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
    const rows = tables.map(
      ({ name }) => [String(name), rowsOf(String(name)).map((row) => JSON.stringify(Object.values(row)))] as const,
    );
    // The table of a collection is made when somebody first looks for its documents.
    return Object.fromEntries(rows.filter(([, lines]) => lines.length > 0));
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}
