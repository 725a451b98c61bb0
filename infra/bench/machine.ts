import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@intexuraos/testing';
import { z } from 'zod';
import { ensureBundled } from '../bundle/ensure-bundled.ts';
import { type Child, startNode, until, type Variables } from './child.ts';
import { call } from './http.ts';

const Local = z.object({
  baseUrl: z.string(),
  userId: z.string(),
  userToken: z.string(),
  internalAuthToken: z.string(),
});
export type Local = z.infer<typeof Local>;

/** The product in a process of its own, as `npm start` runs it. */
export interface Machine {
  readonly child: Child;
  /** What it wrote for those who want to drive it. */
  readonly local: Local;
}

/** Starts it on a folder; resolves when it is ready. People and targets are at `outsideUrl`. */
export async function startMachine(dataDir: string, outsideUrl: string, more: Variables = {}): Promise<Machine> {
  const port = await freePort();
  const child = startNode(await ensureBundled('all-in-one'), {
    PORT: String(port),
    INTEXURAOS_DATA_DIR: dataDir,
    INTEXURAOS_WHATSAPP_API_URL: outsideUrl,
    INTEXURAOS_TODOS_AGENT_URL: outsideUrl,
    LOG_LEVEL: 'error',
    ...more,
  });
  const local = await until('all-in-one to be ready', async () => {
    await call({ method: 'GET', url: `http://127.0.0.1:${port}/readyz` });
    return Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  });
  return { child, local };
}
