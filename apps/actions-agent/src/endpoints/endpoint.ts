import { endpointsOf } from '@intexuraos/http-server';
import type { ActionsAgent } from '../use-cases/actions-agent.ts';

export const { endpoint, stream, subscription } = endpointsOf<ActionsAgent>();
