import { createServer, type Socket } from 'node:net';
import type { JsonObject } from '@intexuraos/kernel';
import { createPublicAgents } from '@intexuraos/public-web';
import { listeningPort } from '@intexuraos/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createOperations } from '../engine/create-operations.ts';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation } from '../testing/direct-calls.ts';
import { email } from './index.ts';
import { certificate } from './testing/certificate.ts';
import { serveSmtp, smtpFaults } from './testing/stand-in.ts';

const account = { host: '127.0.0.1', user: 'me@example.com', password: 'canary-mail-password', certificate };
const input = { to: 'ana@example.com', subject: 'Notes', body: 'The notes' };
const portOf = ({ url }: { readonly url: string }) => Number(new URL(url).port);

describeConnector({
  connector: email,
  serve: () => serveSmtp(),
  credentials: (standIn) => ({ ...account, port: portOf(standIn) }),
  samples: { send_email: { input, bad: { to: 'ana@example.com\r\nBcc: evil@example.com' } } },
  faults: smtpFaults,
  codes: {
    429: 'PLATFORM_UNAVAILABLE',
    500: 'PLATFORM_UNAVAILABLE',
    'cut before the effect': 'UNREACHABLE',
    'hang before the effect': 'UNREACHABLE',
  },
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function send(payload: JsonObject, credentials: JsonObject) {
  const agents = createPublicAgents({ loopbackAllowed: true });
  closing.push(() => agents.close());
  const operations = createOperations({ agents, deadlineMs: 3_000, attemptMs: 1_000, backoffMs: 1 });
  const owner = { id: 'a1', settings: {}, credentials: async () => credentials };
  const bound = bindOperation(email, 'send_email', payload);
  return operations.perform({ connector: email, bound, account: owner, key: 'wish-1', began: false });
}

async function served(options?: Parameters<typeof serveSmtp>[0]) {
  const standIn = await serveSmtp(options);
  closing.push(() => standIn.close());
  return standIn;
}

/** A server that speaks line by line as it is told; it keeps what it was told. */
async function scripted(answer: (line: string, socket: Socket) => void, greeting = '220 hello\r\n') {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined).write(greeting);
    socket.on('data', (chunk) => {
      heard.push(chunk.toString());
      answer(chunk.toString(), socket);
    });
  });
  closing.push(() => server.close());
  return { port: await listeningPort(server), heard };
}

describe('a mail', () => {
  test('arrives as it was written; who is hidden stands in the envelope only', async () => {
    const standIn = await served();
    const to = ['"Lopez, Ana" <ana@example.com>'];
    await send(
      { to, bcc: ['boss@example.com'], subject: 'Zażółć 👍', body: '.\nÜmläut' },
      { ...account, port: standIn.port },
    );
    expect(standIn.mails).toMatchObject([{ to: ['ana@example.com', 'boss@example.com'] }]);
    const mail = standIn.mails[0]?.mail;
    expect(mail).toMatchObject({ subject: 'Zażółć 👍', text: '.\nÜmläut\n', from: { text: 'me@example.com' } });
    expect(mail?.headerLines.map(({ key }) => key)).not.toContain('bcc');
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@intexuraos\.invalid>$/);
  });

  test('that some recipients are refused is told, and the others get it', async () => {
    const standIn = await served({ unknownRecipients: ['gone@example.com'] });
    const sent = await send({ ...input, cc: 'gone@example.com' }, { ...account, port: standIn.port });
    expect(sent).toMatchObject({
      outcome: 'executed',
      output: {
        accepted: ['ana@example.com'],
        refused: [{ address: 'gone@example.com', reason: '550 5.1.1 No such user' }],
      },
    });
  });

  test('that no recipient is known is told, and nobody gets it', async () => {
    const standIn = await served({ unknownRecipients: ['ana@example.com'] });
    expect(await send(input, { ...account, port: standIn.port })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'NOT_FOUND', details: { refused: [{ address: 'ana@example.com' }] } },
    });
  });

  test('is sent once when nobody knows whether the server took it', async () => {
    const standIn = await served();
    standIn.plan('cut after the effect');
    expect(await send(input, { ...account, port: standIn.port })).toMatchObject({ outcome: 'unknown', attempts: 1 });
    expect(standIn.mails).toHaveLength(1);
    expect(standIn.calls()).toBe(1);
  });

  test('is not given to a server that cannot make the connection safe, and the mail is not blamed', async () => {
    const { port } = await scripted((line, socket) => {
      if (line.startsWith('EHLO')) socket.write('250 hello\r\n');
      if (line.startsWith('STARTTLS')) socket.write('500 command not recognized\r\n');
    });
    expect(await send(input, { ...account, port })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'UNREACHABLE' },
    });
  });

  test('is sent again when the server broke off before it had it whole', async () => {
    const standIn = await served();
    standIn.plan('cut before the effect');
    expect(await send(input, { ...account, port: standIn.port })).toMatchObject({ outcome: 'executed', attempts: 2 });
  });

  test('goes over TLS from the start, too', async () => {
    const standIn = await served({ secure: true });
    expect(await send(input, { ...account, port: standIn.port, security: 'tls' })).toMatchObject({
      outcome: 'executed',
    });
  });

  test('does not go to a server whose certificate nobody vouches for', async () => {
    const standIn = await served();
    const { host, user, password } = account;
    expect(await send(input, { host, user, password, port: standIn.port })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'UNREACHABLE' },
    });
    expect(standIn.mails).toHaveLength(0);
  });

  test('neither password nor mail go to a server that makes no safe connection', async () => {
    const server = await scripted((line, socket) =>
      socket.write(line.startsWith('EHLO') ? '250 AUTH PLAIN\r\n' : '502 unknown\r\n'),
    );
    expect(await send(input, { ...account, port: server.port })).toMatchObject({ outcome: 'not_executed' });
    expect(server.heard.join('')).not.toMatch(/AUTH|MAIL/);
  });

  test('is not handed over where the server closes instead of asking for it', async () => {
    const server = await scripted((line, socket) => {
      if (/^DATA/m.test(line)) socket.destroy();
      else socket.write('250 fine\r\n');
    });
    expect(await send(input, { ...account, port: server.port, security: 'none' })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'UNREACHABLE' },
    });
  });

  test('nonsense after the last dot leaves open whether it was taken', async () => {
    const server = await scripted((line, socket) => {
      if (line.endsWith('\r\n.\r\n')) socket.write('hello?\r\n');
      else socket.write(/^DATA/m.test(line) ? '354 go on\r\n' : '250 fine\r\n');
    });
    const credentials = { host: '127.0.0.1', sender: 'me@example.com', port: server.port, security: 'none' };
    expect(await send(input, credentials)).toMatchObject({ outcome: 'unknown', attempts: 1 });
  });

  test('does not go to a web server', async () => {
    const server = await scripted(() => undefined, 'HTTP/1.1 400 Bad Request\r\n\r\n');
    expect(await send(input, { ...account, port: server.port })).toMatchObject({ outcome: 'not_executed' });
    expect(server.heard).toEqual([]);
  });
});

describe('an account', () => {
  test.each([
    [{ host: 'smtp.example.com', user: 'me', password: 'canary-x' }, 'sender'],
    [{ host: 'smtp.example.com', user: 'me@example.com' }, 'password'],
    [{ host: 'smtp.example.com/x', sender: 'me@example.com' }, 'host'],
  ])('%j is refused for its %s', (credentials, path) => {
    expect(email.credentialProblems(credentials)).toMatchObject([{ path }]);
  });

  test('can come from the environment, as it is usual', () => {
    const environment = { SMTP_HOST: 'smtp.example.com', SMTP_USER: 'me@example.com', SMTP_PASSWORD: 'canary-p' };
    expect(email.readDefaults({ ...environment, SMTP_PORT: '465', SENDER_EMAIL: 'notes@example.com' })).toEqual({
      host: 'smtp.example.com',
      port: 465,
      user: 'me@example.com',
      password: 'canary-p',
      sender: 'notes@example.com',
    });
    expect(email.readDefaults({ ...environment, SMTP_SENDER_EMAIL: 'b@example.com' })).toMatchObject({
      port: 587,
      sender: 'b@example.com',
    });
    expect(email.readDefaults({})).toBeNull();
  });
});
