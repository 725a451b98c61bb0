import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';

export interface ToldCallback {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a receiver does to a call: answers with a status, sends it elsewhere, or never says a word. */
type Answer = number | 'redirect' | 'hang';

export interface CallbackReceiver {
  readonly url: string;
  readonly told: ToldCallback[];
  /** What happens to the next calls; those after are taken. */
  plan(...answers: readonly Answer[]): void;
  /** Resolves when it was called so often. */
  toldTimes(count: number): Promise<readonly ToldCallback[]>;
  close(): Promise<void>;
}

/** Somebody at an address that callbacks go to. */
export async function receiveCallbacks(): Promise<CallbackReceiver> {
  const told: ToldCallback[] = [];
  const planned: Answer[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': by = '' } = request.headers;
      const headers = { 'webhook-id': String(id), 'webhook-timestamp': String(at), 'webhook-signature': String(by) };
      told.push({ id: String(id), headers, body });
      const answer = planned.shift() ?? 204;
      if (answer === 'redirect') response.writeHead(307, { location: '/elsewhere' }).end();
      else if (answer !== 'hang') response.writeHead(answer).end();
    });
  });
  return {
    url: `${await listening(server)}/done`,
    told,
    plan: (...answers) => void planned.push(...answers),
    async toldTimes(count) {
      while (told.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
      return told;
    },
    close: () => closed(server),
  };
}
