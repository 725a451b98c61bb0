import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Half the start time of a default JVM: these processes live for seconds. */
const fastFlags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m', '-Duser.language=en'];
const startTimeoutMs = 60_000;
const pollMs = 20;

/**
 * Ends java with the process that started it, however that ends: standard input is a pipe, and its end comes even after
 * kill -9, when no exit handler runs.
 */
const endWithParent = 'cat >/dev/null; kill -TERM "$1" 2>/dev/null; sleep 2; kill -KILL "$1" 2>/dev/null';

/** Starts java and waits until it answers HTTP on `host`. Resolves to null, or to why it failed. */
export async function startJava(javaArguments: readonly string[], host: string): Promise<string | null> {
  const java = spawn('java', [...fastFlags, ...javaArguments], { stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints: string[] = [];
  java.on('error', (error) => complaints.push(error.message));
  if (java.pid === undefined) return 'java cannot be started: is it installed?';
  java.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const watchdog = spawn('sh', ['-c', endWithParent, 'sh', String(java.pid)], { stdio: ['pipe', 'ignore', 'ignore'] });
  const up = await untilAnswers(host, java);
  for (const child of [java, watchdog]) letProcessEnd(child);
  if (up) return null;
  watchdog.stdin.end();
  return complaints.join('').trim().slice(-500) || 'it did not answer in time';
}

/** The pipes and the child must not keep this process alive. */
function letProcessEnd(child: ChildProcess): void {
  child.unref();
  for (const pipe of [child.stdin, child.stderr]) if (pipe instanceof Socket) pipe.unref();
  child.stderr?.removeAllListeners('data').resume();
}

async function untilAnswers(host: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + startTimeoutMs;
  while (performance.now() < deadline && child.exitCode === null) {
    if (await answers(host)) return true;
    await sleep(pollMs);
  }
  return false;
}

/** Whether something speaks HTTP at `host`. */
export function answers(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`http://${host}/`, { timeout: 1_000, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
