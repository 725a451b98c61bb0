import { endpointsOf } from '@intexuraos/http-server';
import type { ActionEnginePorts } from '../ports.ts';

export const { endpoint, subscription } = endpointsOf<ActionEnginePorts>();
