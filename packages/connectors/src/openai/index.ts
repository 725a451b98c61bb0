import { defineConnector } from '../define.ts';
import { generateText, withModel } from './generate-text.ts';
import { Credentials, GeneratedText, GenerateText, Settings } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'openai',
  title: 'OpenAI',
  credentials: Credentials,
  settings: Settings,
  apiUrl: 'https://api.openai.com/v1',
  oauth: null,
  // https://platform.openai.com/docs/guides/rate-limits: 500 requests a minute in the lowest paid tier.
  pace: { perSecond: 5, burst: 20 },
  simulateVariable: 'OPENAI_API_SIMULATE',
  defaults: {
    variables: ['OPENAI_API_KEY'],
    read: ({ OPENAI_API_KEY: apiKey }) => (apiKey ? { apiKey } : null),
  },
});

const simulatedPromptChars = 80;

export const openai = connector({
  generate_text: operation({
    describe: 'Generate text with OpenAI',
    done: 'Text generated',
    input: GenerateText,
    output: GeneratedText,
    effect: 'none',
    risk: 'low',
    // It harms nobody to ask twice, but it costs twice.
    repeatable: true,
    // A long answer takes a minute.
    patience: 6,
    facts: ({ model, instructions, prompt, max_output_tokens: tokens }) => [
      ...(model === undefined ? [] : [{ label: 'Model', value: model }]),
      ...(instructions === undefined ? [] : [{ label: 'Instructions', value: instructions }]),
      { label: 'Prompt', value: prompt },
      { label: 'At most', value: `${tokens} tokens` },
    ],
    complete: withModel,
    run: generateText,
    simulate: ({ prompt, model = 'simulated' }) => ({
      text: `A made-up answer to: ${prompt.slice(0, simulatedPromptChars)}`,
      model,
      finish: 'completed',
      usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
    }),
  }),
});
