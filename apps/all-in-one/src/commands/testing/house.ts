import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '@intexuraos/http-server';
import { freePort } from '@intexuraos/testing';
import { z } from 'zod';
import { composeAllInOne } from '../../compose.ts';
import { readAllInOneConfig } from '../../config.ts';
import { until } from '../../reliability/testing/harness/until.ts';

const Local = z.object({ userToken: z.string() });
const Message = z.object({
  wamid: z.string(),
  from: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type Message = z.infer<typeof Message>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The whole product in this process, with its clock, and the simulated phone of the local person. */
export interface House {
  readonly url: string;
  /** As a browser in which the person is signed in. */
  readonly headers: Readonly<Record<string, string>>;
  call(method: string, path: string, body?: object): Promise<Answer>;
  /** Writes, taps or reacts on the phone. */
  reply(said: object): Promise<Answer>;
  /** The newest message on the phone that holds the text, once there is one. */
  heard(text: string): Promise<Message>;
  close(): Promise<void>;
}

interface HouseOptions {
  readonly port?: number;
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'house-'));
  const port = options.port ?? (await freePort());
  const place = { PORT: String(port), INTEXURAOS_DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const config = readAllInOneConfig({ ...place, ...options.variables });
  const { services, listenOptions, started, close } = await composeAllInOne(config);
  const server = await listen(services, { ...listenOptions, port });
  await started?.(server);
  const { userToken } = Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  const headers = { authorization: `Bearer ${userToken}`, 'content-type': 'application/json' };
  const call: House['call'] = async (method, path, body) => {
    const response = await fetch(server.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: await response.json() };
  };
  const messages = async () => {
    const { body } = await call('GET', '/simulator/whatsapp/messages');
    return z.object({ data: z.object({ messages: z.array(Message) }) }).parse(body).data.messages;
  };
  return {
    url: server.url,
    headers,
    call,
    reply: (said) => call('POST', '/simulator/whatsapp/reply', said),
    heard: (text) =>
      until(
        `a message with "${text}"`,
        async () => (await messages()).findLast((one) => one.text.includes(text)) ?? null,
      ),
    async close() {
      await server.close();
      await close?.();
      rmSync(dataDir, { recursive: true });
    },
  };
}
