import type { ServerSentEvent } from '../define.ts';

const oneLine = (value: string) => value.replace(/[\r\n\0]/g, ' ');

/** The wire form (WHATWG HTML, 9.2.5). JSON has no raw line breaks, so `data` is one line. */
export function eventText({ id, event, data }: ServerSentEvent): string {
  const idLine = id === undefined ? '' : `id: ${oneLine(id)}\n`;
  return `${idLine}event: ${oneLine(event)}\ndata: ${JSON.stringify(data ?? null)}\n\n`;
}

/** Where the caller stopped reading; what we could not have sent counts as nothing. */
export const lastEventIdOf = (header: string | undefined): string | null =>
  header !== undefined && /^[\x21-\x7e]{1,256}$/.test(header) ? header : null;
