import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { z } from 'zod';

const Told = z.object({ data: z.object({ platform: z.string(), outcome: z.string() }) });

export interface CallbackReceiver {
  readonly url: string;
  /** What was told about a platform's operation, every time. */
  outcomesOf(platform: string): readonly string[];
  close(): Promise<void>;
}

/** Somebody who left an address, and takes whatever is told. */
export async function receiveCallbacks(): Promise<CallbackReceiver> {
  const told: z.infer<typeof Told>['data'][] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      told.push(Told.parse(body).data);
      response.writeHead(204).end();
    });
  });
  return {
    url: `${await listening(server)}/done`,
    outcomesOf: (platform) => told.filter((each) => each.platform === platform).map(({ outcome }) => outcome),
    close: () => closed(server),
  };
}
