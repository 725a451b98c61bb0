import { endpointsOf } from '@intexuraos/http-server';
import type { Simulator } from '../simulator.ts';

export const { endpoint } = endpointsOf<Simulator>();
