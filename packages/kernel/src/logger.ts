type LogMethod = (facts: Readonly<Record<string, unknown>>, message: string) => void;

/** What a service may say about itself. Facts never hold secrets, phone numbers or the text of a message. */
export interface Logger {
  debug: LogMethod;
  info: LogMethod;
  warn: LogMethod;
  error: LogMethod;
}

const nothing: LogMethod = () => undefined;

export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
