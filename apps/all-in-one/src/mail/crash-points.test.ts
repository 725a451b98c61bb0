import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StandIn, serveGmail } from '@intexuraos/connectors/testing';
import { freePort } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createProcess, type Process } from '../reliability/testing/harness/process.ts';
import { until } from '../reliability/testing/harness/until.ts';

const Local = z.object({ userToken: z.string(), internalAuthToken: z.string() });
const Created = z.object({ data: z.object({ id: z.string() }) });
const Read = z.object({ data: z.object({ action: z.object({ status: z.string(), can: z.array(z.string()) }) }) });

let dataDir: string;
let gmail: StandIn;
let machine: Process;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mail-'));
  gmail = await serveGmail();
  const variables = {
    INTEXURAOS_DATA_DIR: dataDir,
    INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
    INTEXURAOS_GMAIL_API_URL: gmail.url,
    INTEXURAOS_OPERATION_LEASE_MS: '6000',
  };
  const isSetUp = () => existsSync(join(dataDir, 'local.json'));
  machine = createProcess({ app: 'all-in-one', url: `http://127.0.0.1:${await freePort()}`, variables, isSetUp });
});
afterEach(async () => {
  await machine.kill();
  await gmail.close();
  rmSync(dataDir, { recursive: true });
});

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const { userToken, internalAuthToken } = Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  const identity = path.startsWith('/internal')
    ? { 'x-internal-auth': internalAuthToken }
    : { authorization: `Bearer ${userToken}` };
  const headers = { ...identity, 'content-type': 'application/json' };
  const answer = await fetch(machine.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return answer.json();
}

const actionOf = async (id: string) => Read.parse(await call('GET', `/actions/${id}`)).data.action;
const reaches = (id: string, isThere: (action: Awaited<ReturnType<typeof actionOf>>) => boolean) =>
  until('the action to get there', async () => (isThere(await actionOf(id)) ? true : null));

/** A mail about which its person has been asked. */
async function askedMail(): Promise<string> {
  const account = { platform: 'gmail', label: 'work', credentials: { accessToken: 'canary-token' } };
  await call('POST', '/connections', account);
  const payload = { action_type: 'send_email', payload: { to: 'ana@example.com', body: 'It drips.' } };
  const wish = {
    userId: 'local-person',
    commandId: 'test:1',
    type: 'operation',
    title: 'Mail',
    confidence: 0.9,
    payload,
  };
  const { id } = Created.parse(await call('POST', '/internal/actions', wish)).data;
  await reaches(id, ({ can }) => can.includes('approve'));
  return id;
}

test.each(['before-begin', 'before-operation', 'after-operation', 'after-end'])(
  'the process dies at %s of an approved mail: started again it finishes it, and the mail is there once',
  async (point) => {
    await machine.start({ INTEXURAOS_CRASH_AT: `${point}:1` });
    const id = await askedMail();
    await call('POST', `/actions/${id}/execute`, {}).catch(() => undefined);
    await machine.exited();
    await machine.start();
    await reaches(id, ({ status }) => status === 'completed');
    expect(gmail.ledger.filter(({ operation }) => operation === 'send_email')).toHaveLength(1);
  },
  60_000,
);
