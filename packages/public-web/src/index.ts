export { urlProblem } from './check-url.ts';
export { BlockedAddressError, createGuardedLookup, type Resolve } from './guarded-lookup.ts';
export {
  BlockedUrlError,
  createPublicAgents,
  type PublicAgents,
  type PublicWays,
  type PublicWebSettings,
} from './public-agents.ts';
export { createPublicFetch } from './public-fetch.ts';
