import { createParser } from 'eventsource-parser';

export type StreamState = 'connecting' | 'open' | 'broken';

export interface StreamOptions {
  readonly url: string;
  readonly token: () => Promise<string | null>;
  /** Told of each answer whether the server took the token. */
  readonly onAnswer: (token: string | null, isTaken: boolean) => void;
  /** Data of each event, as text. */
  readonly onData: (data: string) => void;
  readonly onState: (state: StreamState) => void;
}

/** The server says something at least every 15 seconds; longer silence is a dead connection. */
const silenceMaxMs = 40_000;
const pausesMs = [250, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * Server-sent events with a Bearer token, which the browser's own EventSource cannot send. Goes on after a break where
 * it stopped (Last-Event-ID). Gives back what ends it.
 */
export function openEventStream(options: StreamOptions): () => void {
  const ended = new AbortController();
  void keepOpen(options, ended.signal);
  return () => ended.abort();
}

async function keepOpen(options: StreamOptions, ended: AbortSignal): Promise<void> {
  const place = { lastEventId: '' };
  let failures = 0;
  while (!ended.aborted) {
    options.onState(failures === 0 ? 'connecting' : 'broken');
    const wasOpen = await readOnce(options, place, ended);
    failures = wasOpen ? 0 : failures + 1;
    if (ended.aborted) return;
    options.onState('broken');
    await pause(pausesMs[Math.min(failures, pausesMs.length - 1)] ?? 0, ended);
  }
}

/** Resolves when the connection is over, to whether it was open at all. */
async function readOnce(
  { url, token, onAnswer, onData, onState }: StreamOptions,
  place: { lastEventId: string },
  ended: AbortSignal,
): Promise<boolean> {
  const silent = new AbortController();
  const watch = watchdog(() => silent.abort());
  let isOpen = false;
  try {
    const signal = AbortSignal.any([ended, silent.signal]);
    const bearer = await token();
    const response = await fetch(url, { headers: headersOf(bearer, place.lastEventId), cache: 'no-store', signal });
    onAnswer(bearer, response.status !== 401);
    if (!response.ok || response.body === null) return false;
    isOpen = true;
    onState('open');
    const parser = createParser({
      onEvent({ id, data }) {
        if (id !== undefined) place.lastEventId = id;
        onData(data);
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      watch.heard();
      parser.feed(value);
    }
  } catch {
    return isOpen;
  } finally {
    watch.stop();
  }
}

const headersOf = (token: string | null, lastEventId: string): Record<string, string> => ({
  accept: 'text/event-stream',
  ...(token !== null && { authorization: `Bearer ${token}` }),
  ...(lastEventId !== '' && { 'last-event-id': lastEventId }),
});

function watchdog(bite: () => void) {
  let timer = setTimeout(bite, silenceMaxMs);
  return {
    heard() {
      clearTimeout(timer);
      timer = setTimeout(bite, silenceMaxMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Ends early when the browser is connected again, or looked at again. */
function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener?.('online', end, { signal: over.signal });
    ended.addEventListener('abort', end, { signal: over.signal });
  });
}
