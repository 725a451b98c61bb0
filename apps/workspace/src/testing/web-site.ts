import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export interface Site {
  readonly origin: string;
  /** The paths that were asked for, in order. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

/** A real server on a port of its own. */
export async function openSite(answer: RequestListener): Promise<Site> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    visits,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
