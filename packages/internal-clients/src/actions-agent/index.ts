import { Id, type Origin } from '@intexuraos/contracts';
import type { JsonObject } from '@intexuraos/kernel';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

/** Body of `POST /internal/actions`: what a command asks for. */
export interface NewAction {
  readonly userId: string;
  readonly commandId: string;
  readonly type: string;
  readonly title: string;
  readonly confidence: number;
  readonly payload: JsonObject;
  /** Who wants to learn the outcome; the command unless said. */
  readonly origin?: Origin;
}

const CreatedAction = z.object({ id: Id });

export const actionsAgent = defineNeighbour({
  name: 'actions-agent',
  urlEnv: 'INTEXURAOS_ACTIONS_AGENT_URL',
  client: (http) => ({
    create: (action: NewAction) => http.post('/internal/actions', CreatedAction, action),
  }),
});
