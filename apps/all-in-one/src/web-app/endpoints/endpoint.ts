import { endpointsOf } from '@intexuraos/http-server';
import type { WebApp } from '../ports.ts';

export const { endpoint, files } = endpointsOf<WebApp>();
