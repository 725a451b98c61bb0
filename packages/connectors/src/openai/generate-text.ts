import { ConnectorError } from '../connector-error.ts';
import { api, type OpenAiCall } from './api.ts';
import {
  ChatCompletion,
  type GeneratedText,
  type GenerateText,
  ResponseObject,
  type Settings,
  type Usage,
} from './schema.ts';

const defaultModel = 'gpt-5-mini';

/** With the account's model where none is named, or one that is good for most. */
export const withModel = (input: GenerateText, settings: Settings) => ({
  ...input,
  model: input.model ?? settings.model ?? defaultModel,
});

/** Over the Responses API. Nothing is kept at the vendor for later calls. */
async function respond(input: GenerateText, call: OpenAiCall): Promise<GeneratedText> {
  const { prompt, instructions, max_output_tokens, temperature } = input;
  const body = {
    model: withModel(input, call.settings).model,
    input: prompt,
    instructions,
    max_output_tokens,
    temperature,
    store: false,
  };
  const response = await api(call, { method: 'POST', path: '/responses', body, answer: ResponseObject });
  const { error, status, incomplete_details: incomplete, usage, model } = response;
  if (error) throw new ConnectorError('PLATFORM_ERROR', `OpenAI: ${error.message}`);
  const { text, isRefusal } = saidIn(response);
  return { text, model, finish: isRefusal ? 'refusal' : (incomplete?.reason ?? status), usage: usage ?? null };
}

/** What the model says is in the items of the type `message`; others show how it came to it. */
function saidIn({ output }: ResponseObject) {
  const parts = output.filter(({ type }) => type === 'message').flatMap(({ content }) => content ?? []);
  return {
    text: parts.map(({ text, refusal }) => text ?? refusal ?? '').join(''),
    isRefusal: parts.some(({ refusal }) => refusal !== undefined),
  };
}

/** Over the Chat Completions API, which other servers speak too. */
async function complete(input: GenerateText, call: OpenAiCall): Promise<GeneratedText> {
  const { prompt, instructions, max_output_tokens: tokens, temperature } = input;
  const messages = [
    ...(instructions === undefined ? [] : [{ role: 'system', content: instructions }]),
    { role: 'user', content: prompt },
  ];
  const body = { model: withModel(input, call.settings).model, messages, max_completion_tokens: tokens, temperature };
  const completion = await api(call, { method: 'POST', path: '/chat/completions', body, answer: ChatCompletion });
  const { model, choices, usage } = completion;
  const { message, finish_reason: reason } = choices[0] ?? { message: {} };
  return {
    text: message.content ?? message.refusal ?? '',
    model,
    finish: message.refusal ? 'refusal' : finishOf(reason),
    usage: usage ? usageOf(usage) : null,
  };
}

/** In the words of the Responses API. */
const finishes: Readonly<Record<string, string>> = { stop: 'completed', length: 'max_output_tokens' };
const finishOf = (reason: string | null | undefined) => finishes[reason ?? 'stop'] ?? reason ?? 'completed';

const usageOf = (usage: NonNullable<ChatCompletion['usage']>): Usage => ({
  input_tokens: usage.prompt_tokens,
  output_tokens: usage.completion_tokens,
  total_tokens: usage.total_tokens,
});

const ways = { responses: respond, chat_completions: complete } as const;

export const generateText = (input: GenerateText, call: OpenAiCall): Promise<GeneratedText> =>
  ways[input.api](input, call);
