import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

export interface SentEvent {
  readonly id: string | undefined;
  readonly data: string;
}

/** The events of a stream as our server writes them: a field a line, an empty line after each event, comments between. */
export async function* eventsIn(response: Response): AsyncGenerator<SentEvent> {
  if (response.body === null) return;
  const fields = new Map<string, string>();
  for await (const line of createInterface({ input: Readable.fromWeb(response.body), crlfDelay: Infinity })) {
    const [, field = '', value = ''] = /^(\w*):? ?(.*)$/.exec(line) ?? [];
    if (line !== '') fields.set(field, value);
    const data = fields.get('data');
    if (line !== '' || data === undefined) continue;
    yield { id: fields.get('id'), data };
    fields.clear();
  }
}
