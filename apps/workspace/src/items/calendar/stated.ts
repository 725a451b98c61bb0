import type { CalendarPreviewRequest } from '@intexuraos/internal-clients/calendar-agent';
import { z } from 'zod';

/** What a payload may say about an event; other fields of a payload are about other things. */
const Stated = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
  timeZone: z.string().optional(),
  summary: z.string().optional(),
  location: z.string().optional(),
  description: z.string().optional(),
  attendees: z.array(z.string()).optional(),
  isAllDay: z.boolean().optional(),
});
export type Stated = z.infer<typeof Stated>;

/** What a person stated field by field: it counts more than anything a text says. The text names what is wrong. */
export function readStated({ payload = {} }: CalendarPreviewRequest): Stated | { readonly problem: string } {
  const parsed = Stated.safeParse(payload);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { problem: `${issue?.path.join('.')}: ${issue?.message}` };
}
