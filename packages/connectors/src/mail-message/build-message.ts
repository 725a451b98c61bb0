import MailComposer from 'nodemailer/lib/mail-composer';
import { ConnectorError } from '../connector-error.ts';
import { HeaderText } from './schema.ts';

export interface MailMessage {
  /** Absent where the platform writes the account's own address. */
  readonly from?: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Stands in the message, for platforms that read from it where to send; over SMTP it belongs into the envelope only. */
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** `<…@…>` */
  readonly messageId: string;
  readonly date?: Date;
  /** More headers, by name: `X-…`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The bytes of a message of plain text (RFC 5322). Refuses whatever could begin another header. */
export function buildMessage({ from, to, cc, bcc, subject, body, messageId, date, headers = {} }: MailMessage) {
  const lines = [from ?? '', ...to, ...cc, ...bcc, subject, messageId, ...Object.entries(headers).flat()];
  if (!lines.every((line) => HeaderText.safeParse(line).success)) throw brokenHeader();
  const composer = new MailComposer({
    ...(from !== undefined && { from }),
    ...(date !== undefined && { date }),
    to: [...to],
    cc: [...cc],
    bcc: [...bcc],
    subject,
    text: body,
    messageId,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  message.keepBcc = true;
  return message.build();
}

const brokenHeader = () => new ConnectorError('INVALID_PAYLOAD', 'A header of a mail is one line');
