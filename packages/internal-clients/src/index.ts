export { type AnsweredCall, type CallOutcome, connectionCodes, type Effect, type FailedCall } from './call-outcome.ts';
export type { BreakerRules } from './circuit-breaker.ts';
export { createNeighbours, type NeighbourSettings, type Neighbours } from './create-neighbours.ts';
export { type CallIdentity, type Connect, defineNeighbour, type Neighbour, type NeighbourHttp } from './define.ts';
export { createGoogleAccessToken } from './google-access-token.ts';
export { createGoogleIdentityToken } from './google-identity-token.ts';
