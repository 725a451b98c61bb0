import { request as httpRequest } from 'node:http';
import { eventually } from './eventually.ts';

export interface ReadEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** A browser's EventSource, as far as the tests need one. */
export interface EventReader {
  readonly status: number;
  readonly events: readonly ReadEvent[];
  /** Resolves when so many events have come. */
  until(count: number): Promise<readonly ReadEvent[]>;
  close(): void;
}

export function readEvents(url: string, headers: Readonly<Record<string, string>>): Promise<EventReader> {
  const events: ReadEvent[] = [];
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers, agent: false });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('error', () => undefined);
      response.on('data', (chunk: string) => {
        const blocks = (text + chunk).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) events.push(...eventIn(block));
      });
      resolve({
        status: response.statusCode ?? 0,
        events,
        async until(count) {
          await eventually(() => events.length >= count);
          return events;
        },
        close: () => request.destroy(),
      });
    });
    request.end();
  });
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html: comments and retry times are no events. */
function eventIn(block: string): readonly ReadEvent[] {
  const fields = new Map(block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]));
  const data = fields.get('data');
  if (data === undefined) return [];
  return [{ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) }];
}
