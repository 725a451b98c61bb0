import type { ConnectorErrorCode } from '../connector-error.ts';

/** What a status means, when the vendor's code says nothing else. The first row that fits counts. */
const statuses: readonly (readonly [(status: number) => boolean, ConnectorErrorCode])[] = [
  [(status) => status >= 300 && status < 400, 'SSRF_BLOCKED'],
  [(status) => status === 401, 'CONNECTION_EXPIRED'],
  [(status) => status === 403, 'FORBIDDEN'],
  [(status) => status === 404 || status === 410, 'NOT_FOUND'],
  [(status) => status === 409 || status === 412, 'CONFLICT'],
  [(status) => status === 429, 'RATE_LIMITED'],
  [(status) => status >= 400 && status < 500, 'INVALID_PAYLOAD'],
  [(status) => status === 503 || status === 529, 'PLATFORM_UNAVAILABLE'],
  [() => true, 'PLATFORM_ERROR'],
];

export const codeOfStatus = (status: number): ConnectorErrorCode =>
  statuses.find(([fits]) => fits(status))?.[1] ?? 'PLATFORM_ERROR';
