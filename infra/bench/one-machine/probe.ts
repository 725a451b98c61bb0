import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@intexuraos/testing';
import { z } from 'zod';
import { startProgram, until } from '../child.ts';
import { call } from '../http.ts';
import { prompt } from '../person.ts';
import { type System, titleOf } from './system.ts';

const Progress = z.object({ completed: z.number(), flushes: z.number() });

/** The least work that still does a lifecycle durably: what the product is compared with. */
export async function startProbe(outsideUrl: string): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-probe-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = startProgram('infra/bench/one-machine/probe/main.ts', {}, [
    join(folder, 'probe.db'),
    String(port),
    outsideUrl,
  ]);
  const post = (path: string, body: object) => call({ method: 'POST', url: `${url}${path}`, body });
  const progress = async () => Progress.parse(JSON.parse((await post('/progress', {})).text));
  await until('the probe to answer', progress);
  return {
    pid: child.pid,
    create: async (life) => void (await post('/create', { life, title: titleOf(life), payload: { prompt } })),
    approve: async (life) => void (await post('/approve', { life })),
    progress,
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
