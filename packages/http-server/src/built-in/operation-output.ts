import { envelope } from '@intexuraos/contracts';
import { z } from 'zod';
import type { EndpointRoute, Route } from '../define.ts';
import { jsonSchema } from './json-schema.ts';

type Responses = Readonly<Record<string, object>>;

const phrases: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Accepted; still under way.',
  204: 'Done; there is nothing to say.',
};

/** The answers that are no refusals, by status. */
export function operationOutput(route: Route): Responses {
  switch (route.kind) {
    case 'endpoint':
      return endpointOutput(route);
    case 'stream':
      return {
        200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      };
    case 'files':
      return { 200: { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } } };
    case 'subscription':
      return { 204: { description: 'Dealt with, or it never will be; any other status asks for another delivery.' } };
  }
}

function endpointOutput({ spec }: EndpointRoute): Responses {
  const content = { [contentType(spec.output)]: { schema: outputSchema(spec) } };
  const answers = [200, ...(spec.statuses ?? [])].map((status) => {
    const description = phrases[status] ?? `Status ${status}.`;
    return [status, status === 204 ? { description } : { description, content }] as const;
  });
  return Object.fromEntries(answers);
}

const contentType = (output: z.ZodType) => (output instanceof z.ZodString ? 'text/plain' : 'application/json');

const outputSchema = ({ method, path, wire, output }: EndpointRoute['spec']) =>
  jsonSchema(wire === 'raw' ? output : envelope(output), 'output', `${method}:${path}:output`);
