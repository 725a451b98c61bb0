export type { Backoff } from './backoff.ts';
export { createEmbeddedCarrier, type EmbeddedCarrier, type EmbeddedCarrierOptions } from './embedded-carrier.ts';
