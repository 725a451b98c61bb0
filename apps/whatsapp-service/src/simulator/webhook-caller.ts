import { createHmac } from 'node:crypto';
import { AppError } from '@intexuraos/kernel';
import { Agent, request } from 'undici';

export interface WebhookCaller {
  /** Resolves when the webhook has answered 200; throws DOWNSTREAM_ERROR otherwise. */
  call(body: string): Promise<void>;
  close(): Promise<void>;
}

const deadlineMs = 10_000;

/** Calls the webhook over HTTP as Meta does, signed with the app's secret. */
export function createWebhookCaller(url: () => string, appSecret: string): WebhookCaller {
  const agent = new Agent({ allowH2: false });
  return {
    async call(body) {
      const signature = createHmac('sha256', appSecret).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
      const status = await post(url(), { headers, body, agent });
      if (status !== 200) throw new AppError('DOWNSTREAM_ERROR', `The webhook answered ${status}`);
    },
    close: () => agent.close(),
  };
}

interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly agent: Agent;
}

async function post(url: string, { headers, body, agent }: Post): Promise<number> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const answer = await request(url, { method: 'POST', dispatcher: agent, headers, body, signal });
    await answer.body.dump();
    return answer.statusCode;
  } catch (cause) {
    throw new AppError('DOWNSTREAM_ERROR', 'The webhook cannot be reached', { cause });
  }
}
