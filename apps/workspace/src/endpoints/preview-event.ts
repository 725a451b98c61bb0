import { CalendarPreview, CalendarPreviewRequest } from '@intexuraos/internal-clients/calendar-agent';
import { previewEvent } from '../items/calendar/preview-event.ts';
import { endpoint, internalBodyLimit } from './endpoint.ts';

export const previewEventEndpoint = endpoint({
  method: 'POST',
  path: '/internal/calendar/preview',
  auth: 'service',
  summary: 'Read an event out of a text; changes nothing. What cannot be decided is named, not guessed',
  bodyLimit: internalBodyLimit,
  input: CalendarPreviewRequest,
  output: CalendarPreview,
  handle: async (request) => previewEvent(request),
});
