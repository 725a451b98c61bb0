import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { OperationOutcome, OperationPreview } from '@intexuraos/internal-clients/action-engine';
import { closed, listening } from '@intexuraos/testing';

export interface EngineCall {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: unknown;
}

/** Somebody who speaks action-engine's contract and answers what a test wants. */
export interface EngineStandIn {
  readonly url: string;
  /** What was asked to be performed, in order. */
  readonly performed: readonly EngineCall[];
  /** What was only to be shown. */
  readonly previewed: readonly unknown[];
  previews: OperationPreview;
  /** The next answers; after the last one it is done. `lost`: no answer comes. */
  readonly outcomes: (OperationOutcome | 'lost')[];
  close(): Promise<void>;
}

export const readyFrom = (connection: string): OperationPreview => ({
  status: 'ready',
  platform: 'notion',
  action_type: 'create_page',
  connection,
  payload: { title: 'Bees', body: 'Buzz' },
  digest: `digest of ${connection}`,
  describe: 'Create a page in Notion',
  account: `${connection} (Notion)`,
  risk: 'low',
  facts: [],
});

const done: OperationOutcome = { outcome: 'executed', message: 'Done', output: { url: 'https://notion.example/1' } };

export async function openActionEngine(): Promise<EngineStandIn> {
  const performed: EngineCall[] = [];
  const previewed: unknown[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const isPreview = request.url?.endsWith('/preview') === true;
      if (isPreview) previewed.push(body);
      else performed.push({ path: request.url ?? '', key: request.headers['idempotency-key']?.toString(), body });
      const data = isPreview ? engine.previews : (engine.outcomes.shift() ?? done);
      if (data === 'lost') return request.socket.destroy();
      return response.setHeader('content-type', 'application/json').end(JSON.stringify({ success: true, data }));
    });
  });
  const engine: EngineStandIn = {
    url: await listening(server),
    performed,
    previewed,
    previews: readyFrom('work'),
    outcomes: [],
    close: () => closed(server),
  };
  return engine;
}
