export { type Fault, faultNames } from './faults.ts';
export { type Platform, type StandInAnswer, type StandInRequest, serveStandIn } from './http-stand-in.ts';
export type { Effect, StandIn } from './stand-in.ts';
