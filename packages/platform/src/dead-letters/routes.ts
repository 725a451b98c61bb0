import { topics } from '@intexuraos/contracts';
import type { Route } from '@intexuraos/http-server';
import type { Platform } from '../platform.ts';
import { createDeadLetterDesk } from './desk.ts';
import { deadLetterEndpoints } from './endpoints.ts';

/** What operators do with dead letters. One service has these routes, and the right to publish what it sends again. */
export function deadLetterRoutes(platform: Pick<Platform, 'store' | 'publisher' | 'log'>): readonly Route[] {
  const desk = createDeadLetterDesk({ ...platform, topics });
  return deadLetterEndpoints.map((endpoint) => endpoint(desk));
}
