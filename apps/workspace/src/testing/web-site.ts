import { createServer, type RequestListener } from 'node:http';
import { closed, listening } from '@intexuraos/testing';

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
  return { origin: await listening(server), visits, close: () => closed(server) };
}
