import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, spawnService } from '@intexuraos/testing';
import { z } from 'zod';

/** The real product in a process of its own, as `npm start` has it. */
export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** The local person's. */
  readonly token: string;
  stop(): Promise<void>;
}

/** With these variables besides. */
export async function startProduct(more: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cli-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawnService('all-in-one', {
    PORT: String(port),
    INTEXURAOS_DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...more,
  });
  const isReady = async () =>
    existsSync(join(dataDir, 'local.json')) &&
    (await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false));
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    await setTimeout(50);
  }
  const local: unknown = JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8'));
  return {
    url,
    dataDir,
    token: z.object({ userToken: z.string() }).parse(local).userToken,
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      rmSync(dataDir, { recursive: true });
    },
  };
}
