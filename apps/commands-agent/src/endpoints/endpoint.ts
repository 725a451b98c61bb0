import { endpointsOf } from '@intexuraos/http-server';
import type { Ports } from '../ports.ts';

export const { endpoint, subscription } = endpointsOf<Ports>();
