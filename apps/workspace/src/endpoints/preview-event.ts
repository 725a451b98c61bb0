import { CalendarPreview, CalendarPreviewRequest } from '@intexuraos/internal-clients/calendar-agent';
import { endpoint, internalBodyLimit } from './endpoint.ts';

/** Loaded with the first preview: the library that reads dates is larger than the rest of this app. */
const reader = () => import('../items/calendar/preview-event.ts');

export const previewEventEndpoint = endpoint({
  method: 'POST',
  path: '/internal/calendar/preview',
  auth: 'service',
  summary: 'Read an event out of a text; changes nothing. What cannot be decided is named, not guessed',
  bodyLimit: internalBodyLimit,
  input: CalendarPreviewRequest,
  output: CalendarPreview,
  handle: async (request) => (await reader()).previewEvent(request),
});
