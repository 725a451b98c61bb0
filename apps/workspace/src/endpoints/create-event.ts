import { Feedback } from '@intexuraos/contracts';
import { CalendarActionRequest } from '@intexuraos/internal-clients/calendar-agent';
import { readCallIdentity } from '../domain/call-identity.ts';
import { calendar } from '../items/calendar/index.ts';
import { keepItem } from '../use-cases/keep-item.ts';
import { actionSource, done, endpoint, internalBodyLimit } from './endpoint.ts';

export const createEvent = endpoint({
  method: 'POST',
  path: '/internal/calendar/process-action',
  auth: 'service',
  summary: 'Keep the event that was prepared and approved; nothing is interpreted',
  bodyLimit: internalBodyLimit,
  input: CalendarActionRequest,
  output: Feedback,
  handle: async ({ action: { id, userId, prepared } }, { app, request }) => {
    const wanted = { userId, source: actionSource, sourceId: id, content: prepared };
    const { item } = await keepItem(app, calendar, wanted, readCallIdentity(request.headers));
    return done(item);
  },
});
