import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { call } from '../http.ts';
import { startMachine } from '../machine.ts';

const Connected = z.object({ data: z.object({ connection: z.object({ id: z.string() }) }) });

/** Each account may be asked so often at once; together they are never the limit. */
const accounts = 90;

export interface EngineService {
  /** Reads a state of the hub with `POST /perform_action`. Rejects unless it was read. */
  perform(): Promise<void>;
  stop(): Promise<void>;
}

/** The product on a fresh folder, with accounts on a hub. */
export async function startService(hubUrl: string): Promise<EngineService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-operations-'));
  const { child, local } = await startMachine(dataDir, hubUrl, { INTEXURAOS_OPERATIONS_LOOPBACK: 'true' });
  const headers = { authorization: `Bearer ${local.userToken}` };
  const post = (path: string, body: object) => call({ method: 'POST', url: local.baseUrl + path, headers, body });
  const ids: string[] = [];
  for (let index = 0; index < accounts; index += 1) {
    const credentials = { url: hubUrl, token: 'canary-token-of-the-benchmark' };
    const { text } = await post('/connections', { platform: 'home_assistant', label: `hub ${index}`, credentials });
    ids.push(Connected.parse(JSON.parse(text)).data.connection.id);
  }
  const wish = {
    platform: 'home_assistant',
    action_type: 'get_state',
    payload: { entity_id: 'sensor.outside' },
  };
  let wishes = 0;
  return {
    perform: async () => void (await post('/perform_action', { ...wish, connection: ids[(wishes += 1) % accounts] })),
    async stop() {
      await child.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}
