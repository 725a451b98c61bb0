import { z } from 'zod';
import { ConnectorError, type ConnectorErrorCode } from '../connector-error.ts';
import type { SentEmail } from './schema.ts';

interface Circumstances {
  /** Whether the dot that ends the message may have reached the server. */
  readonly isComplete: boolean;
  readonly isLate: boolean;
}

/** The fields of Nodemailer's errors that are used here. */
const Refusal = z.object({ recipient: z.string().default(''), response: z.string().default('') });
const Failure = z.object({
  code: z.string().optional(),
  /** Absent where the server said nothing. */
  responseCode: z.number().default(0),
  command: z.string().default(''),
  response: z.string().default(''),
  rejectedErrors: z.array(Refusal).default([]),
});
type Failure = z.infer<typeof Failure>;

/** What the server's no means (RFC 5321 4.2, RFC 4954 6). The first row that fits counts. */
const refusals: readonly (readonly [(failure: Failure) => boolean, ConnectorErrorCode])[] = [
  [({ responseCode }) => responseCode < 500, 'PLATFORM_UNAVAILABLE'],
  [({ responseCode }) => [530, 534, 535, 538].includes(responseCode), 'CONNECTION_EXPIRED'],
  [({ command }) => command.startsWith('AUTH'), 'CONNECTION_EXPIRED'],
  [({ command }) => command === 'STARTTLS', 'UNREACHABLE'],
  [({ command }) => command === 'RCPT TO', 'NOT_FOUND'],
  [({ command }) => command === 'MAIL FROM', 'FORBIDDEN'],
  [() => true, 'INVALID_PAYLOAD'],
];

/**
 * A server that says no has not taken the mail. A server that fell silent before the message was complete has not
 * either (RFC 5321 4.1.1.4); after that nobody can tell.
 */
export function readFailure(error: unknown, circumstances: Circumstances): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const failure = Failure.parse(error);
  return failure.responseCode >= 400 ? refused(failure) : silent(error, failure, circumstances);
}

function refused(failure: Failure): ConnectorError {
  const code = refusals.find(([fits]) => fits(failure))?.[1] ?? 'INVALID_PAYLOAD';
  const details =
    failure.rejectedErrors.length > 0 ? { refused: refusedRecipients(failure.rejectedErrors) } : undefined;
  return new ConnectorError(code, `The mail server: ${failure.response}`, { details });
}

function silent(cause: unknown, { code }: Failure, { isComplete, isLate }: Circumstances): ConnectorError {
  if (!isComplete) {
    const what = code === 'ETLS' ? 'made no safe connection' : 'did not take the mail';
    return new ConnectorError('UNREACHABLE', `The mail server ${what}`, { cause });
  }
  return isLate
    ? new ConnectorError('TIMEOUT', 'The mail server did not say in time whether it took the mail', { cause })
    : new ConnectorError('CONNECTION_LOST', 'The mail server did not say whether it took the mail', { cause });
}

/** Who does not get it, and why. */
export const refusedRecipients = (errors: readonly unknown[]): SentEmail['refused'] =>
  errors
    .map((error) => Refusal.parse(error))
    .map(({ recipient, response }) => ({ address: recipient, reason: response }));
