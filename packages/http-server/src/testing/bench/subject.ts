import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { systemClock } from '@intexuraos/kernel';
import { createTokenIssuer, listeningPort } from '@intexuraos/testing';
import express from 'express';
import { z } from 'zod';
import { createAuthenticator } from '../../authentication/create-authenticator.ts';
import type { Auth, Service } from '../../define.ts';
import { endpointsOf } from '../../endpoints-of.ts';
import { listen } from '../../listen.ts';
import { createLogger, type LogLevel } from '../../log/create-logger.ts';

/** Listens as one of the contestants and tells its parent where, with which header, and on demand its CPU time. */
const Item = z.strictObject({
  userId: z.string(),
  commandId: z.string(),
  type: z.enum(['todo', 'note', 'link']),
  title: z.string().max(200),
  confidence: z.number().min(0).max(1),
  payload: z.object({ prompt: z.string(), tags: z.array(z.string()) }),
});
const Answer = z.object({ id: z.string(), title: z.string(), status: z.enum(['pending', 'done']) });

const secret = 'b7d1f0e2a94c4c58-9a3f6e1d8c2b7045';
const noSink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const handled = (title: string) => ({ id: 'a1', title, status: 'pending' as const });

async function bare() {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { title } = Item.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const body = JSON.stringify({ success: true, data: Answer.parse(handled(title)) });
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    });
  });
  return { port: await listeningPort(server), headers: {} };
}

async function plainExpress() {
  const app = express();
  app.disable('etag').disable('x-powered-by');
  app.post('/internal/actions', express.json(), (request, response) => {
    const { title } = Item.parse(request.body);
    response.json({ success: true, data: Answer.parse(handled(title)) });
  });
  const server = createServer(app);
  return { port: await listeningPort(server), headers: {} };
}

async function ours(auth: Auth, level: LogLevel, routesBefore = 0) {
  const issuer = await createTokenIssuer();
  const { endpoint } = endpointsOf<object>();
  const action = (path: string) =>
    endpoint({
      method: 'POST',
      path,
      auth,
      summary: 'Takes an action.',
      input: Item,
      output: Answer,
      handle: async ({ title }) => handled(title),
    })({});
  const others = Array.from({ length: routesBefore }, (_, at) => action(`/other${at}/things`));
  const service: Service = {
    name: 'bench',
    routes: [...others, action('/internal/actions')],
    ready: async () => undefined,
    drain: async () => undefined,
  };
  const user = { issuer: issuer.issuer, audience: 'api', jwks: issuer.jwksUrl, algorithms: ['RS256' as const] };
  const authenticator = createAuthenticator({ user, internal: { current: secret }, clock: systemClock });
  const log = createLogger({ level, name: 'bench', destination: noSink() });
  const { port } = await listen([service], { port: 0, authenticator, log });
  const headers =
    auth === 'user'
      ? { authorization: `Bearer ${await issuer.mint({ aud: 'api', sub: 'anna' })}` }
      : { 'x-internal-auth': secret };
  return { port, headers };
}

const contestants: Readonly<Record<string, () => Promise<{ port: number; headers: object }>>> = {
  bare,
  express: plainExpress,
  'ours, public, logs off': () => ours('public', 'error'),
  'ours, secret, logs off': () => ours('service', 'error'),
  'ours, token, logs off': () => ours('user', 'error'),
  'ours, token, logs at info': () => ours('user', 'info'),
  'ours, secret, logs off, behind 60 routes': () => ours('service', 'error', 60),
};

const start = contestants[process.argv[2] ?? ''];
if (start === undefined) process.send?.({ names: Object.keys(contestants) });
else {
  process.send?.(await start());
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
}
