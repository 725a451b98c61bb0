export { type Exchange, exchange, type Limits, type WireRequest } from './exchange.ts';
export { readRetryAfter } from './retry-after.ts';
