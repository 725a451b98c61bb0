import { OperationOutcome, OperationPerformRequest } from '@intexuraos/internal-clients/action-engine';
import { neededKey } from '../use-cases/idempotency-key.ts';
import { nameOf } from '../use-cases/on-behalf-of.ts';
import { performApproved } from '../use-cases/perform-approved.ts';
import { tellOutcome } from '../use-cases/tell-outcome.ts';
import { endpoint } from './endpoint.ts';
import { outcomeOf } from './outcome-view.ts';

export const performOperation = endpoint({
  method: 'POST',
  path: '/internal/operations/perform',
  auth: 'service',
  summary: 'Performs exactly what was rendered before, once for each Idempotency-Key; anything else than that is 409',
  bodyLimit: 1_000_000,
  input: OperationPerformRequest,
  output: OperationOutcome,
  handle: async (
    { action_type: operation, connection, request: performanceId, ...approved },
    { app, caller, request },
  ) => {
    const key = neededKey(request.headers['idempotency-key']);
    const about = {
      ...approved,
      caller: nameOf(caller),
      operation,
      connectionId: connection,
      performanceId,
      key,
      requestId: request.id,
    };
    const { performance } = await performApproved(app, about);
    if (performance.endedAt !== null) app.background.begin((signal) => tellOutcome(app, performance.id, signal));
    return outcomeOf(performance, app.clock.now());
  },
});
