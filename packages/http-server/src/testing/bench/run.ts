import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { z } from 'zod';

/**
 * CPU of the server process per request, for a POST of about 500 bytes: `pnpm bench`.
 * Throughput is not reported: the load generator shares the machine.
 */
const rounds = 3;
const secondsPerRound = 3;

const subject = fileURLToPath(new URL('./subject.ts', import.meta.url));
const Names = z.object({ names: z.array(z.string()) });
const Started = z.object({ port: z.number(), headers: z.record(z.string(), z.string()) });
const Cpu = z.object({ cpu: z.object({ user: z.number(), system: z.number() }) });

const body = JSON.stringify({
  userId: 'auth0|5f7c8ec7c33c6c004bbafe82',
  commandId: 'whatsapp:wamid.HBgLNDg2MDAxMjM0NTYVAgASGBQzQTdF',
  type: 'todo',
  title: 'Send the quarterly letter to everybody on the list',
  confidence: 0.93,
  payload: { prompt: 'x'.repeat(260), tags: ['letters', 'quarter'] },
});

const begin = (name?: string) => fork(subject, name === undefined ? [] : [name], { execArgv: ['--conditions=source'] });

async function heard<T>(child: ChildProcess, schema: z.ZodType<T>): Promise<T> {
  const messages: unknown[] = await once(child, 'message');
  return schema.parse(messages[0]);
}

async function cpuMicros(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const { cpu } = await heard(child, Cpu);
  return cpu.user + cpu.system;
}

async function round(
  child: ChildProcess,
  { port, headers }: z.infer<typeof Started>,
  seconds: number,
): Promise<number> {
  const before = await cpuMicros(child);
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/internal/actions`,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    connections: 16,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  return ((await cpuMicros(child)) - before) / result['2xx'];
}

async function measure(name: string): Promise<number> {
  const child = begin(name);
  const started = await heard(child, Started);
  await round(child, started, 1);
  const micros: number[] = [];
  for (let at = 0; at < rounds; at += 1) micros.push(await round(child, started, secondsPerRound));
  child.kill();
  return Math.min(...micros);
}

const asked = begin();
const { names } = await heard(asked, Names);
asked.kill();
process.stdout.write(`POST of ${body.length} bytes, CPU per request, minimum of ${rounds} rounds\n`);
for (const name of names) process.stdout.write(`${(await measure(name)).toFixed(1).padStart(7)} us  ${name}\n`);
