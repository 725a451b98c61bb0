import { z } from 'zod';

/** Answers of the six target services, as `packages/internal-clients` expects them. */
type DataOf = (body: unknown, n: number) => object;

const done =
  (what: string, path: string): DataOf =>
  (_body, n) => ({
    status: 'completed',
    message: `${what} created`,
    resourceUrl: `${path}${n}`,
  });

const Wished = z.object({ action: z.object({ text: z.string() }) });

const tomorrow = (hours: number) => new Date(Date.now() + (24 + hours) * 3_600_000).toISOString();

/** Calls that change nothing. */
export const previews: Readonly<Record<string, DataOf>> = {
  '/internal/calendar/preview': () => ({
    status: 'ready',
    summary: 'An event',
    start: tomorrow(0),
    end: tomorrow(1),
    timeZone: 'UTC',
    reasoning: 'the text says so',
  }),
  '/internal/linear/preview': (body) => ({
    status: 'ready',
    title: Wished.parse(body).action.text,
    reasoning: 'the text says so',
  }),
};

/** Calls that have an effect. */
export const effects: Readonly<Record<string, DataOf>> = {
  '/internal/todos': done('Todo', '/todos/'),
  '/internal/notes': done('Note', '/notes/'),
  '/internal/research/draft': done('Research', '/#/research/'),
  '/internal/bookmarks': (_body, n) => ({ id: `bookmark-${n}`, url: `https://example.com/${n}` }),
  '/internal/calendar/process-action': done('Event', '/events/'),
  '/internal/linear/process-action': done('Issue', 'https://linear.app/issue/'),
};
