export { type AnsweredCall, type CallOutcome, connectionCodes, type Effect, type FailedCall } from './call-outcome.ts';
export type { BreakerRules } from './circuit-breaker.ts';
export { type Connector, type ConnectorSettings, createConnector } from './create-connector.ts';
export { type CallIdentity, type Connect, defineNeighbour, type Neighbour, type NeighbourHttp } from './define.ts';
export { type Exchange, exchange } from './exchange.ts';
export { createGoogleAccessToken } from './google-access-token.ts';
export { createGoogleIdentityToken } from './google-identity-token.ts';
