import { z } from 'zod';
import { secretText } from '../secret-text.ts';

export const Credentials = z.strictObject({
  apiKey: secretText('an API key, sk-…'),
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'expected an address like https://api.openai.com/v1' })
    .optional()
    .describe('where the API is, for another server that speaks the same protocol'),
});
export type Credentials = z.infer<typeof Credentials>;

export const Settings = z.strictObject({
  model: z.string().min(1).max(200).optional().describe('the model that answers where a call names none'),
});
export type Settings = z.infer<typeof Settings>;

const apis = ['responses', 'chat_completions'] as const;

const textCharsMax = 400_000;
export const GenerateText = z.strictObject({
  prompt: z.string().min(1).max(textCharsMax).describe('what is asked'),
  instructions: z.string().min(1).max(textCharsMax).optional().describe('how it shall be answered'),
  model: z.string().min(1).max(200).optional().describe('which model answers'),
  max_output_tokens: z
    .int()
    .min(16)
    .max(128_000)
    .default(4_000)
    .describe('how long the answer may be, and so what it may cost'),
  temperature: z.number().min(0).max(2).optional().describe('how freely it is answered; not all models take it'),
  api: z.enum(apis).default('responses').describe('chat_completions: for servers that have no Responses API'),
});
export type GenerateText = z.infer<typeof GenerateText>;

/** What it costs is counted in tokens; the price of one stands in the vendor's list. Null: the server did not say. */
const Usage = z.object({ input_tokens: z.int(), output_tokens: z.int(), total_tokens: z.int() });
export type Usage = z.infer<typeof Usage>;

export const GeneratedText = z.object({
  text: z.string(),
  model: z.string(),
  /** `completed`, or why it ended earlier. */
  finish: z.string(),
  usage: Usage.nullable(),
});
export type GeneratedText = z.infer<typeof GeneratedText>;

/** The fields of the answers that are used here: https://platform.openai.com/docs/api-reference/responses/object */
const Part = z.object({ text: z.string().optional(), refusal: z.string().optional() });
const Item = z.object({ type: z.string(), content: z.array(Part).nullish() });
export const ResponseObject = z.object({
  model: z.string(),
  status: z.string(),
  output: z.array(Item),
  error: z.object({ code: z.string(), message: z.string() }).nullish(),
  incomplete_details: z.object({ reason: z.string() }).nullish(),
  usage: Usage.nullish(),
});
export type ResponseObject = z.infer<typeof ResponseObject>;

/** https://platform.openai.com/docs/api-reference/chat/object */
export const ChatCompletion = z.object({
  model: z.string(),
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() }).nullish(),
});
export type ChatCompletion = z.infer<typeof ChatCompletion>;
