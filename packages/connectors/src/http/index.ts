import type { Fact } from '../connector.ts';
import { defineConnector } from '../define.ts';
import { send, withUrl } from './request.ts';
import { Answer, Credentials, Request, Settings } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'http',
  title: 'HTTP',
  credentials: Credentials,
  settings: Settings,
  // Each account names its own hosts.
  apiUrl: '',
  oauth: null,
  pace: { perSecond: 5, burst: 20 },
});

/** RFC 9110 9.2.2: one effect, however often they arrive. */
const idempotent: readonly Request['method'][] = ['GET', 'PUT', 'DELETE'];

const factsOfRequest = ({ method, url, headers, body }: Request): readonly Fact[] => [
  { label: 'Request', value: `${method} ${url}` },
  ...Object.entries(headers).map(([name, value]) => ({ label: `Header ${name}`, value })),
  ...(body === undefined ? [] : [{ label: 'Body', value: typeof body === 'string' ? body : JSON.stringify(body) }]),
];

export const http = connector({
  request: operation({
    describe: 'Make an HTTP request',
    done: 'Request made',
    input: Request,
    output: Answer,
    effect: ({ method }) => (method === 'GET' ? 'none' : 'change'),
    risk: 'high',
    repeatable: ({ method, idempotency_header }) => idempotent.includes(method) || idempotency_header !== undefined,
    facts: factsOfRequest,
    complete: withUrl,
    run: send,
    simulate: () => ({ status: 200, content_type: 'application/json', body: {} }),
  }),
});
