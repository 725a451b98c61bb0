import { Feedback } from '@intexuraos/contracts';
import { LinearActionRequest } from '@intexuraos/internal-clients/linear-agent';
import { readCallIdentity } from '../domain/call-identity.ts';
import { linear } from '../items/linear/index.ts';
import { keepItem } from '../use-cases/keep-item.ts';
import { actionSource, done, endpoint, internalBodyLimit } from './endpoint.ts';

export const createIssue = endpoint({
  method: 'POST',
  path: '/internal/linear/process-action',
  auth: 'service',
  summary: 'Keep the issue that was prepared and approved; nothing is interpreted. Its address is absolute',
  bodyLimit: internalBodyLimit,
  input: LinearActionRequest,
  output: Feedback,
  handle: async ({ action: { id, userId, prepared } }, { app, request }) => {
    const wanted = { userId, source: actionSource, sourceId: id, content: prepared };
    const { item } = await keepItem(app, linear, wanted, readCallIdentity(request.headers));
    return done(item, { root: app.webAppUrl });
  },
});
