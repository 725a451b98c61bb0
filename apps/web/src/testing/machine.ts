import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, spawnService } from '@intexuraos/testing';
import { z } from 'zod';
import { until } from './until.ts';

const Local = z.object({
  userId: z.string(),
  userToken: z.string(),
  internalAuthToken: z.string(),
  signInUrl: z.string(),
});

/** As commands-agent hands it in. */
export interface Wish {
  readonly type?: string;
  readonly title?: string;
  readonly payload?: object;
  readonly confidence?: number;
}

const ActionBody = z.object({ id: z.string(), rev: z.number(), status: z.string(), version: z.number() });

/** `npm start` in a folder of its own, with the web app that is built. */
export interface Machine {
  readonly url: string;
  readonly signInUrl: string;
  /** What the page gets for the code of the printed link, as JSON. */
  session(): Promise<string>;
  create(wish?: Wish): Promise<string>;
  /** A call with the person's own token, as another browser of theirs would make it. */
  call(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly data: unknown }>;
  action(id: string): Promise<z.infer<typeof ActionBody>>;
  /** Resolves when an action has come this far. */
  reaches(id: string, status: string): Promise<void>;
  /** Hands a service an event that it did not ask for, as the carrier would. */
  push(path: string, delivery: PushedEvent): Promise<void>;
  stop(): Promise<void>;
}

export interface PushedEvent {
  readonly subscription: string;
  readonly event: object;
  /** How often it was delivered by now. */
  readonly deliveryAttempt?: number;
}

/** What is set for the process, beside what every machine has. */
export type Variables = Readonly<Record<string, string>>;

const surroundings = { LOG_LEVEL: 'error', TZ: 'Europe/Warsaw' };

export async function startMachine(variables: Variables = {}): Promise<Machine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'web-app-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...surroundings, ...variables, PORT: String(port), INTEXURAOS_DATA_DIR: dataDir };
  const child = spawnService('all-in-one', settings);
  const file = join(dataDir, 'local.json');
  await until(`${url} to answer`, async () => (existsSync(file) && (await isReady(url))) || null);
  const local = Local.parse(JSON.parse(readFileSync(file, 'utf8')));
  return machineOf(url, local, () => stop(child, dataDir));
}

function machineOf(url: string, local: z.infer<typeof Local>, stop: () => Promise<void>): Machine {
  let made = 0;
  const send = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const json = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && json) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const content = z.looseObject({ data: z.unknown().optional() }).parse(text === '' ? {} : JSON.parse(text));
    return { status: answer.status, data: content.data };
  };
  const call = (method: string, path: string, body?: object) =>
    send(method, path, { authorization: `Bearer ${local.userToken}` }, body);
  const internal = { 'x-internal-auth': local.internalAuthToken };
  const action = async (id: string) =>
    z.object({ action: ActionBody }).parse((await call('GET', `/actions/${id}`)).data).action;

  return {
    url,
    signInUrl: local.signInUrl,
    call,
    action,
    stop,
    async session() {
      const code = new URL(local.signInUrl).hash.split('code=')[1];
      return JSON.stringify((await send('POST', '/sign-in', {}, { code })).data);
    },
    async create({ type = 'note', title = 'Call the plumber', payload = {}, confidence = 0.6 } = {}) {
      made += 1;
      const wish = { userId: local.userId, commandId: `test:${made}`, type, title, payload, confidence };
      return z.object({ id: z.string() }).parse((await send('POST', '/internal/actions', internal, wish)).data).id;
    },
    async push(path, { subscription, event, ...delivery }) {
      const data = Buffer.from(JSON.stringify(event)).toString('base64');
      made += 1;
      await send('POST', path, internal, {
        subscription: `projects/local/subscriptions/${subscription}`,
        message: { messageId: `m${made}`, data },
        ...delivery,
      });
    },
    async reaches(id, status) {
      await until(`${id} to be ${status}`, async () => (await action(id)).status === status || null);
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await gone;
  rmSync(dataDir, { recursive: true });
}
