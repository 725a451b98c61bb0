export type { Authenticator, Credentials } from './authentication/authenticator.ts';
export { type AuthenticatorOptions, createAuthenticator } from './authentication/create-authenticator.ts';
export { Address } from './config.ts';
export { ConfigError } from './configuration/config-error.ts';
export { type Environment, parseEnvironment } from './configuration/parse-environment.ts';
export { readAll } from './configuration/read-all.ts';
export { secret } from './configuration/secret.ts';
export {
  Answer,
  type Auth,
  answer,
  type Callers,
  type Context,
  type EndpointRoute,
  type EndpointSpec,
  type FilesRoute,
  type FilesSpec,
  type Method,
  type Refusal,
  type RefusalForm,
  type RequestFacts,
  type Route,
  type ServerSentEvent,
  type Service,
  type StreamRoute,
  type StreamSpec,
  type SubscriptionRoute,
  type SubscriptionSpec,
  type Undeliverable,
} from './define.ts';
export { type Declarations, endpointsOf } from './endpoints-of.ts';
export { createQuota, type Quota, type QuotaAnswer } from './limits/quota.ts';
export type { Rate } from './limits/rate-limiter.ts';
export { type ListenOptions, listen, type RunningServer } from './listen.ts';
export { createLogger, type LoggerOptions, type LogLevel } from './log/create-logger.ts';
export { type Counter, createCounter } from './metrics/counter.ts';
export type { Metric } from './metrics/metric.ts';
export { type Composition, runService, type ServiceProgram } from './run-service.ts';
