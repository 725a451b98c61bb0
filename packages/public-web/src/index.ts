export { urlProblem } from './check-url.ts';
export { BlockedAddressError, createGuardedLookup, type Resolve } from './guarded-lookup.ts';
export { createPublicFetch, type PublicFetchSettings } from './public-fetch.ts';
