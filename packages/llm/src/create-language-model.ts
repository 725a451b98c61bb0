import type OpenAI from 'openai';
import { z } from 'zod';
import { boundedFetch } from './bounded-fetch.ts';
import { failureOf, isRefusedFormat } from './failure.ts';
import type { LanguageModel, Question } from './language-model.ts';
import { readCompletion } from './read-completion.ts';

export interface LanguageModelOptions {
  readonly apiKey: string;
  /** Where the key is sent: up to and with the version, e.g. `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** For everything together, a second try without a response format included. */
  readonly deadlineMs?: number;
  readonly maxRetries?: number;
  /** Where a person may name any URL, the fetch that refuses private addresses. */
  readonly fetch?: typeof fetch;
}

const deadlineDefaultMs = 8_000;
const answerBytesMax = 1_000_000;

/** Loaded with the first question: the library is large, and most processes never ask one. */
async function connect(options: LanguageModelOptions): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    // Explicit, so that variables of the environment do not change where a person's key goes.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: options.maxRetries ?? 0,
    fetch: boundedFetch(options.fetch ?? fetch, answerBytesMax),
    fetchOptions: { redirect: 'error' },
  });
}

function schemaOf(question: Question<unknown>): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(question.schema);
  return schema;
}

/** The schema stands in the prompt as well, because many compatible servers ignore `response_format`. */
function bodyOf(model: string, question: Question<unknown>, formatted: boolean) {
  const schema = schemaOf(question);
  const system = `${question.system}\n\nAnswer with one JSON object that fits this JSON Schema, and with nothing else:\n${JSON.stringify(schema)}`;
  const format = { type: 'json_schema', json_schema: { name: question.schemaName, strict: true, schema } } as const;
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: question.user },
    ],
    ...(formatted ? { response_format: format } : {}),
  } satisfies OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;
}

/** Rejects as soon as the signal does, even if what runs below does not listen to it. */
const untilAborted = <Value>(work: Promise<Value>, signal: AbortSignal) =>
  new Promise<Value>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

/** Speaks the chat completions protocol with whichever server the person chose. */
export function createLanguageModel(options: LanguageModelOptions): LanguageModel {
  let client: Promise<OpenAI> | undefined;
  let takesFormat = true;

  async function complete(question: Question<unknown>, signal: AbortSignal): Promise<unknown> {
    client ??= connect(options);
    const { completions } = (await client).chat;
    try {
      return await completions.create(bodyOf(options.model, question, takesFormat), { signal });
    } catch (error) {
      if (!takesFormat || !isRefusedFormat(error)) throw error;
      takesFormat = false;
      return completions.create(bodyOf(options.model, question, takesFormat), { signal });
    }
  }

  return {
    name: options.model,
    async answer(question) {
      const deadline = AbortSignal.timeout(options.deadlineMs ?? deadlineDefaultMs);
      const signal = AbortSignal.any([deadline, ...(question.signal ? [question.signal] : [])]);
      try {
        return readCompletion(await untilAborted(complete(question, signal), signal), question.schema);
      } catch (error) {
        return failureOf(error, deadline);
      }
    },
  };
}
