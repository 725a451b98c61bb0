import { z } from 'zod';
import { type StandInAnswer, serveStandIn } from '../../testing/http-stand-in.ts';
import { findRoute, type Routes } from '../../testing/routes.ts';

interface Words {
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
}

const words: Readonly<Record<number, Words>> = {
  400: { type: 'invalid_request_error', code: null, message: 'Invalid value.' },
  401: { type: 'invalid_request_error', code: 'invalid_api_key', message: 'Incorrect API key provided.' },
  403: { type: 'request_forbidden', code: 'unsupported_country_region_territory', message: 'Country not supported.' },
  404: { type: 'invalid_request_error', code: 'model_not_found', message: 'The model does not exist.' },
  429: { type: 'requests', code: 'rate_limit_exceeded', message: 'Rate limit reached.' },
};
const serverError: Words = { type: 'server_error', code: null, message: 'The server had an error.' };

const refusal = (status: number, said: Partial<Words> = {}): StandInAnswer => ({
  status,
  body: { error: { param: null, ...(words[status] ?? serverError), ...said } },
});

const ResponseRequest = z.strictObject({
  model: z.string(),
  input: z.string(),
  instructions: z.string().optional(),
  max_output_tokens: z.int(),
  temperature: z.number().optional(),
  store: z.literal(false),
});
const ChatRequest = z.strictObject({
  model: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })).min(1),
  max_completion_tokens: z.int(),
  temperature: z.number().optional(),
});

/** A model of a name that says what it does: it answers in capitals unless the name says otherwise. */
const routes: Routes = {
  'POST /responses': ({ body }) => {
    const { model, input } = ResponseRequest.parse(body);
    if (model === 'poor') return refusal(429, { type: 'insufficient_quota', code: 'credit_balance_exhausted' });
    const isShort = model === 'short';
    const message = {
      type: 'message',
      role: 'assistant',
      content: [
        model === 'shy'
          ? { type: 'refusal', refusal: 'I would rather not.' }
          : { type: 'output_text', text: input.toUpperCase() },
      ],
    };
    return {
      status: 200,
      body: {
        id: 'resp_1',
        object: 'response',
        model,
        status: isShort ? 'incomplete' : model === 'broken' ? 'failed' : 'completed',
        error: model === 'broken' ? { code: 'server_error', message: 'The model broke.' } : null,
        incomplete_details: isShort ? { reason: 'max_output_tokens' } : null,
        output: [{ type: 'reasoning', summary: [] }, message],
        usage: { input_tokens: 7, output_tokens: 3, total_tokens: 10 },
      },
    };
  },
  'POST /chat/completions': ({ body }) => {
    const { model, messages } = ChatRequest.parse(body);
    const content = messages.map(({ content: said }) => said.toUpperCase()).join(' / ');
    const message = model === 'shy' ? { content: null, refusal: 'I would rather not.' } : { content, refusal: null };
    return {
      status: 200,
      body: {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        model,
        choices: [
          {
            index: 0,
            finish_reason: model === 'short' ? 'length' : 'stop',
            message: { role: 'assistant', ...message },
          },
        ],
        ...(model !== 'silent' && { usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } }),
      },
    };
  },
};

/** OpenAI's API as far as it is used: https://platform.openai.com/docs/api-reference */
export const serveOpenAi = (port?: number) =>
  serveStandIn(
    {
      refusal,
      answer(request, effect) {
        if (!request.headers.authorization?.startsWith('Bearer canary-')) return refusal(401);
        return findRoute(routes, request)?.(effect) ?? refusal(404);
      },
    },
    port,
  );
