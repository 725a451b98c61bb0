export { addressIn, type TextAddress } from './address-in-text.ts';
export { AppError, type AppErrorOptions, type ErrorCode, errorCodes } from './app-error.ts';
export { type Clock, systemClock } from './clock.ts';
export { contentHash } from './content-hash.ts';
export { newSecret, type Random, systemRandom, uuidFromName } from './ids.ts';
export type { Json, JsonObject } from './json.ts';
export { type Logger, silentLogger } from './logger.ts';
export { untilKept } from './until-kept.ts';
