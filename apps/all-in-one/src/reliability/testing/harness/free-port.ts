import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which the kernel takes the ports of outgoing connections: it stays free while nobody listens. */
const first = 20_000;
const afterLast = 30_000;

/** A port that is free now, for a process that is started on it more than once. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first, afterLast);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
