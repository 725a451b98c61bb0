import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { z } from 'zod';

/** What a client asked, as the protocol carries it. */
const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.unknown().optional(),
});

export interface ModelRequest {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly responseFormat: unknown;
  readonly authorization: string | undefined;
}

/** How the server behaves for one request. */
export type ScriptedAnswer =
  /** The text of the message, as it is. */
  | { readonly content: string | null; readonly finishReason?: string }
  /** A value that becomes the message's text as JSON. */
  | { readonly value: unknown }
  | { readonly refusal: string }
  /** An HTTP answer that is no completion. */
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Headers at once, then the body in as many pieces, `everyMs` apart. */
  | { readonly trickle: string; readonly everyMs: number }
  /** The connection ends in the middle of the answer. */
  | { readonly cut: true }
  | { readonly afterMs: number; readonly answer: ScriptedAnswer };

export type Script = (request: ModelRequest) => ScriptedAnswer;

export interface ScriptedModelServer {
  /** The base URL for a client. */
  readonly url: string;
  /** All that was asked so far. */
  readonly requests: readonly ModelRequest[];
  /** Another script for the requests to come. */
  plays(script: Script): void;
  close(): Promise<void>;
}

const contentOf = (request: z.infer<typeof ChatRequest>, role: string) =>
  request.messages
    .filter((message) => message.role === role)
    .map(({ content }) => content)
    .join('\n');

async function readRequest(request: IncomingMessage): Promise<ModelRequest> {
  const chat = ChatRequest.parse(await json(request));
  return {
    model: chat.model,
    system: contentOf(chat, 'system'),
    user: contentOf(chat, 'user'),
    responseFormat: chat.response_format,
    authorization: request.headers.authorization,
  };
}

function completion(message: { content: string | null; refusal?: string }, finishReason = 'stop'): string {
  const choice = { index: 0, finish_reason: finishReason, logprobs: null, message: { role: 'assistant', ...message } };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  return JSON.stringify({
    id: 'scripted',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [choice],
    usage,
  });
}

const asJson = { 'content-type': 'application/json' };

function trickle(response: ServerResponse, text: string, everyMs: number): void {
  const pieces = [...text];
  const timer = setInterval(() => {
    const piece = pieces.shift();
    if (piece === undefined) response.end();
    else response.write(piece);
  }, everyMs);
  response.writeHead(200, asJson).on('close', () => clearInterval(timer));
}

function later(response: ServerResponse, answer: ScriptedAnswer, afterMs: number): void {
  const timer = setTimeout(() => play(response, answer), afterMs);
  response.on('close', () => clearTimeout(timer));
}

function play(response: ServerResponse, answer: ScriptedAnswer): void {
  if ('afterMs' in answer) later(response, answer.answer, answer.afterMs);
  else if ('trickle' in answer) trickle(response, answer.trickle, answer.everyMs);
  else if ('cut' in answer) response.writeHead(200, asJson).write('{"id":"scr', () => response.destroy());
  else if ('status' in answer)
    response.writeHead(answer.status, { ...asJson, ...answer.headers }).end(answer.body ?? '{}');
  else if ('refusal' in answer)
    response.writeHead(200, asJson).end(completion({ content: null, refusal: answer.refusal }));
  else if ('value' in answer)
    response.writeHead(200, asJson).end(completion({ content: JSON.stringify(answer.value) }));
  else response.writeHead(200, asJson).end(completion({ content: answer.content }, answer.finishReason));
}

/** For tests: a real HTTP server on 127.0.0.1 that speaks the chat completions protocol and answers as the script says. */
export async function createScriptedModelServer(script: Script): Promise<ScriptedModelServer> {
  let current = script;
  const requests: ModelRequest[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    requests.push(asked);
    play(response, current(asked));
  }
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') response.writeHead(404, asJson).end('{}');
    else answer(request, response).catch(() => response.writeHead(400, asJson).end('{}'));
  });
  return {
    url: `${await listening(server)}/v1`,
    requests,
    plays: (next) => {
      current = next;
    },
    close: () => closed(server),
  };
}
