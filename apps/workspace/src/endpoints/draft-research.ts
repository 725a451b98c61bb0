import { Feedback } from '@intexuraos/contracts';
import { NewResearchDraft } from '@intexuraos/internal-clients/research-agent';
import { readCallIdentity } from '../domain/call-identity.ts';
import { research } from '../items/research/index.ts';
import { keepItem } from '../use-cases/keep-item.ts';
import { actionSource, done, endpoint, internalBodyLimit } from './endpoint.ts';

export const draftResearch = endpoint({
  method: 'POST',
  path: '/internal/research/draft',
  auth: 'service',
  summary: 'Keep a research draft; one for each sourceActionId',
  bodyLimit: internalBodyLimit,
  input: NewResearchDraft,
  output: Feedback,
  handle: async ({ userId, sourceActionId, ...content }, { app, request }) => {
    const wanted = { userId, source: actionSource, sourceId: sourceActionId, content };
    const { item } = await keepItem(app, research, wanted, readCallIdentity(request.headers));
    return done(item);
  },
});
