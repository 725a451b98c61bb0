import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Random } from '@intexuraos/kernel';

/** Delivers one webhook body, perhaps more than once; `post` resolves to whether it was accepted. */
export type Delivery = (post: () => Promise<boolean>) => Promise<void>;

const againAfterMs = 150;
const deadlineMs = 10_000;

/** As Meta does it: again and again until the service has answered 200. */
export const untilAccepted: Delivery = async (post) => {
  while (!(await post())) await setTimeout(againAfterMs);
};

/** Several times: at once, or late as the first time too, then again at moments that have nothing to do with each other. */
export const severalTimes =
  ({ times, spreadMs, firstAtOnce, random }: Copies): Delivery =>
  async (post) => {
    const delays = Array.from({ length: times }, (_, copy) =>
      copy === 0 && firstAtOnce ? 0 : random.fraction() * spreadMs,
    );
    await Promise.all(delays.map((delay) => setTimeout(delay).then(() => untilAccepted(post))));
  };

interface Copies {
  readonly times: number;
  /** The last copy comes this much later at most. */
  readonly spreadMs: number;
  readonly firstAtOnce: boolean;
  readonly random: Random;
}

/** One body, and the status of each answer to it so far; 0 where none came. */
export interface SentWebhook {
  readonly body: string;
  readonly answers: readonly number[];
}

export interface Webhook {
  /** All that was to be delivered, in order. */
  readonly sent: readonly SentWebhook[];
  /** Starts to deliver; `settled` waits for it. */
  deliver(body: string, delivery: Delivery): void;
  /** Delivers every body once more. */
  redeliver(): void;
  /** Resolves when all that was to be delivered has been accepted. */
  settled(): Promise<void>;
  /** Nothing is delivered any more. */
  close(): void;
}

/** Calls the machine's webhook, signed with the app's secret over the raw body. */
export function createWebhook({ url, appSecret }: { readonly url: string; readonly appSecret: string }): Webhook {
  const sent: { readonly body: string; readonly answers: number[] }[] = [];
  const underWay = new Set<Promise<void>>();
  let closed = false;

  async function statusOf(body: string, headers: Record<string, string>): Promise<number> {
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(deadlineMs) });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  function deliver({ body, answers }: (typeof sent)[number], delivery: Delivery): void {
    const signature = createHmac('sha256', appSecret).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    const work = delivery(async () => {
      if (closed) return true;
      const status = await statusOf(body, headers);
      answers.push(status);
      return status === 200;
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  return {
    sent,
    deliver(body, delivery) {
      const webhook = { body, answers: [] };
      sent.push(webhook);
      deliver(webhook, delivery);
    },
    redeliver() {
      for (const webhook of sent) deliver(webhook, untilAccepted);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close() {
      closed = true;
    },
  };
}
