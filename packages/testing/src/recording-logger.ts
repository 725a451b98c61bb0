import type { Logger } from '@intexuraos/kernel';

export interface LogEntry {
  readonly level: keyof Logger;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A logger that keeps what was said, so a test can look for a line, or for a secret that must not be in any. */
export interface RecordingLogger extends Logger {
  readonly entries: readonly LogEntry[];
}

export function createRecordingLogger(): RecordingLogger {
  const entries: LogEntry[] = [];
  const method = (level: keyof Logger) => (facts: Readonly<Record<string, unknown>>, message: string) => {
    entries.push({ level, facts, message });
  };
  return { entries, debug: method('debug'), info: method('info'), warn: method('warn'), error: method('error') };
}
