import { z } from 'zod';
import { until } from '../../reliability/testing/harness/until.ts';
import type { House } from './house.ts';

const Change = z.object({ actionId: z.string(), status: z.string() });

export interface Seen extends z.infer<typeof Change> {
  /** When it came, as `performance.now()` has it. */
  readonly at: number;
}

/** A page that stays open: what it is told of changes, as server-sent events. */
export interface Browser {
  /** When it was first told that the action has one of these statuses. */
  learns(actionId: string, ...statuses: readonly string[]): Promise<Seen>;
  close(): void;
}

export async function openBrowser({ url, headers }: House): Promise<Browser> {
  const stop = new AbortController();
  const response = await fetch(`${url}/actions/stream`, { headers, signal: stop.signal });
  if (response.body === null) throw new Error('the stream has no body');
  const seen: Seen[] = [];
  void read(response.body, seen).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    learns: (actionId, ...statuses) =>
      until(
        `${actionId} to be told as ${statuses.join(' or ')}`,
        () => seen.find((one) => one.actionId === actionId && statuses.includes(one.status)) ?? null,
      ),
    close: () => stop.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, seen: Seen[]): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const lines = (text + decoder.decode(chunk, { stream: true })).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('data: '))
        seen.push({ ...Change.parse(JSON.parse(line.slice('data: '.length))), at: performance.now() });
  }
}
