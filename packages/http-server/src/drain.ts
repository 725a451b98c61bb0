import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Service } from './define.ts';

/** New connections are refused from the first line on; what does not end by itself is cut after `drainMs`. */
export async function drain(server: Server, services: readonly Service[], drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), drainMs);
  await Promise.race([
    Promise.all([closed, ...services.map((service) => service.drain())]),
    once(late.signal, 'abort'),
  ]);
  server.closeAllConnections();
  clearTimeout(timer);
  clearInterval(idle);
}
