import { z } from 'zod';
import type { Answer } from './language-model.ts';

/** As much of a chat completion as is used: https://platform.openai.com/docs/api-reference/chat/object */
const Completion = z.object({
  choices: z.tuple([
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ]),
});

const invalid = (message: string) => ({ outcome: 'invalid', message }) as const;
const refused = { outcome: 'refused', message: 'The model refused to answer.' } as const;

/** The content is one JSON value and nothing else: prose around it, a fence or a second object is no answer. */
function readContent<Value>(content: string, schema: z.ZodType<Value>): Answer<Value> {
  try {
    const read = schema.safeParse(JSON.parse(content));
    return read.success ? { outcome: 'answered', value: read.data } : invalid('The answer does not fit the schema.');
  } catch {
    return invalid('The answer is not one JSON value.');
  }
}

export function readCompletion<Value>(body: unknown, schema: z.ZodType<Value>): Answer<Value> {
  const completion = Completion.safeParse(body);
  if (!completion.success) return invalid('The server did not answer with one chat completion.');
  const [{ finish_reason: reason, message }] = completion.data.choices;
  if (message.refusal || reason === 'content_filter') return refused;
  if (reason === 'length') return invalid('The answer was cut off.');
  return readContent(message.content ?? '', schema);
}
