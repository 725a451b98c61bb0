import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** Below the range from which the kernel takes the ports of outgoing connections: it stays free while nobody listens. */
const firstPort = 20_000;
/** Each worker of jest has ports of its own, so that no other takes one between its draw and the start of who listens. */
const shares = { count: 10, ports: 1_000 };
let drawn = randomInt(shares.ports);

/** Opens a server to this machine alone, on any free port unless one is named. Resolves to the port; rejects if it is taken. */
export async function listeningPort(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** As `listeningPort`, for a server that speaks HTTP. Resolves to its address, without a slash at the end. */
export async function listening(server: HttpServer, port = 0): Promise<string> {
  return `http://127.0.0.1:${await listeningPort(server, port)}`;
}

/** Closes a server and cuts what still hangs. One that does not listen is closed already. */
export function closed(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A port of this machine that nobody else is given, for a process that is started on it, be it more than once. */
export async function freePort(): Promise<number> {
  const share = Number(process.env['JEST_WORKER_ID'] ?? 0) % shares.count;
  for (;;) {
    drawn = (drawn + 1) % shares.ports;
    const port = firstPort + share * shares.ports + drawn;
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
