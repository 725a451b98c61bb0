import type { Logger } from '@intexuraos/kernel';
import { type DestinationStream, pino } from 'pino';
import { redactFacts } from './redact-facts.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LoggerOptions {
  readonly level: LogLevel;
  /** The service's name, on every line. */
  readonly name: string;
  /** Standard output unless said. */
  readonly destination?: DestinationStream;
}

/** Names as Cloud Logging reads them: https://cloud.google.com/logging/docs/structured-logging. */
const severities: Readonly<Record<string, string>> = { debug: 'DEBUG', info: 'INFO', warn: 'WARNING', error: 'ERROR' };

/** One JSON line per fact worth telling; secrets and personal text are masked whoever writes the line. */
export function createLogger({ level, name, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service: name },
    messageKey: 'message',
    // pino would put an error's text and stack together; `redactFacts` has taken them apart already.
    serializers: { err: (err: unknown) => err },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ severity: severities[label] ?? label.toUpperCase() }),
      log: (facts: object) => redactFacts(facts),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
