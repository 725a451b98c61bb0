export { type Fault, faultNames } from './faults.ts';
export { type Platform, type StandInAnswer, type StandInRequest, serveStandIn } from './http-stand-in.ts';
export { consentTo } from './oauth/consent-to.ts';
export { type OAuthServer, type OAuthServerSettings, serveOAuth } from './oauth/serve-oauth.ts';
export { platformStandIns } from './platforms.ts';
export type { Effect, StandIn } from './stand-in.ts';
