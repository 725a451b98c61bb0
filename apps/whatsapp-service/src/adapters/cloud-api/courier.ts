import { type Exchange, exchange } from '@intexuraos/http-exchange';
import { Agent } from 'undici';
import type { Courier, SendOutcome } from '../../ports.ts';
import { readAnswer } from './read-answer.ts';
import { requestBody, type Template } from './request-body.ts';

export interface CloudApiSettings {
  /** With its version: `https://graph.facebook.com/v23.0`. */
  readonly url: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly template: Template | null;
  /** For the whole call, from connecting to the last byte. 10 s unless said. */
  readonly deadlineMs?: number;
}

export interface CloudApi extends Courier {
  /** Lets go of the kept connections when the calls under way have ended. */
  close(): Promise<void>;
}

const answerBytesMax = 64 * 1024;

/** The WhatsApp Cloud API. Vendor's reference: "Messages" of the WhatsApp Business Platform. */
export function createCloudApi(settings: CloudApiSettings): CloudApi {
  const { url, accessToken, phoneNumberId, template, deadlineMs = 10_000 } = settings;
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: 5_000 },
    headersTimeout: 0,
    bodyTimeout: 0,
    connections: 128,
  });
  const { origin, pathname } = new URL(`${url.replace(/\/+$/, '')}/${encodeURIComponent(phoneNumberId)}/messages`);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const limits = { deadlineMs, bodyBytesMax: answerBytesMax };
  return {
    async send(letter) {
      const body = JSON.stringify(requestBody(letter, template));
      return outcomeOf(await exchange(agent, { origin, path: pathname, method: 'POST', headers, body }, limits));
    },
    close: () => agent.close(),
  };
}

/** What never left this machine is certain not to have arrived; after that only an answer is certain. */
function outcomeOf(exchanged: Exchange): SendOutcome {
  if (exchanged.kind === 'no_response') {
    if (!exchanged.sent) return { outcome: 'refused', code: 'UNREACHABLE', failureClass: 'server' };
    return { outcome: 'unknown', reason: exchanged.reason };
  }
  const { status, body } = exchanged;
  return body === null ? { outcome: 'unknown', reason: 'the answer is too long' } : readAnswer(status, body);
}
