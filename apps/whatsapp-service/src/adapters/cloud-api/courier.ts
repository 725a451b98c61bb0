import { Agent, request } from 'undici';
import { object, text } from '../../domain/loose.ts';
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

/** Nothing of the request has left this machine. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The WhatsApp Cloud API. Vendor's reference: "Messages" of the WhatsApp Business Platform. */
export function createCloudApi(settings: CloudApiSettings): CloudApi {
  const { url, accessToken, phoneNumberId, template, deadlineMs = 10_000 } = settings;
  const agent = new Agent({ allowH2: false, connect: { timeout: 5_000 }, connections: 128 });
  const endpoint = `${url.replace(/\/+$/, '')}/${encodeURIComponent(phoneNumberId)}/messages`;
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return {
    async send(letter) {
      const body = JSON.stringify(requestBody(letter, template));
      try {
        const options = {
          method: 'POST',
          dispatcher: agent,
          headers,
          body,
          signal: AbortSignal.timeout(deadlineMs),
        } as const;
        const answer = await request(endpoint, options);
        return readAnswer(answer.statusCode, await readText(answer.body));
      } catch (error) {
        return notAnswered(error);
      }
    },
    close: () => agent.close(),
  };
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > answerBytesMax) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function notAnswered(error: unknown): SendOutcome {
  const code = codeOf(error);
  if (neverConnected.has(code)) return { outcome: 'refused', code: 'UNREACHABLE', failureClass: 'server' };
  return { outcome: 'unknown', reason: code };
}

/** Never the message: it may hold the address. */
function codeOf(error: unknown): string {
  const { code, name } = object(error);
  return text(code) ?? text(name) ?? 'UNKNOWN';
}
