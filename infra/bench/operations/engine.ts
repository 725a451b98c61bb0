import { type Connector, connectors, createOperations } from '@intexuraos/connectors';
import { createPublicAgents } from '@intexuraos/public-web';

const slack: Connector = connectors.slack;
const message = { channel: 'C1', text: 'Lunch is at noon' };
const accessToken = 'canary-token-of-the-benchmark';

export interface Engine {
  /** One message through the engine: from the payload to the outcome. Rejects unless it is done. */
  perform(): Promise<void>;
  /** One message that is never answered, until the signal. */
  hang(signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** The engine around operations, with one platform that answers and one that does not. */
export function createEngine(urls: { readonly answeringUrl: string; readonly hangingUrl: string }): Engine {
  const agents = createPublicAgents({ loopbackAllowed: true });
  const operations = createOperations({ agents, apiUrls: { slack: urls.answeringUrl, stuck: urls.hangingUrl } });
  const stuck: Connector = { ...slack, name: 'stuck' };
  let wishes = 0;
  const perform = (connector: Connector, signal?: AbortSignal) => {
    const read = connector.operations['post_message']?.bind(message);
    if (read === undefined || 'problems' in read) throw new Error('post_message does not take its message');
    const key = `wish-${(wishes += 1)}`;
    // Each is another account's, so that no account's limit is measured.
    const account = { id: key, settings: {}, credentials: async () => ({ accessToken }) };
    const wish = { connector, bound: read.bound, account, key, began: false };
    return operations.perform(signal === undefined ? wish : { ...wish, signal });
  };
  return {
    async perform() {
      const { outcome } = await perform(slack);
      if (outcome !== 'executed') throw new Error(`an operation ended as ${outcome}`);
    },
    hang: (signal) => perform(stuck, signal),
    close: () => agents.close(),
  };
}

const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` };

/** The same message by nothing but `fetch`. */
export const fetchMessage = (url: string) =>
  fetched(`${url}/chat.postMessage`, { method: 'POST', headers, body: JSON.stringify(message) });

/** A state of the hub by nothing but `fetch`. */
export const fetchState = (url: string) => fetched(`${url}/api/states/sensor.outside`, { headers });

async function fetched(url: string, init: RequestInit): Promise<void> {
  const reply = await fetch(url, init);
  const body: unknown = await reply.json();
  if (!reply.ok || typeof body !== 'object') throw new Error(`the platform answered ${reply.status}`);
}
