import { z } from 'zod';
import { MailAddress } from '../mail-message/schema.ts';
import { secretText } from '../secret-text.ts';

const Host = z.string().regex(/^[\w.:-]{1,253}$/, 'expected a host name');

/** How the connection is kept from other readers. */
const Security = z.enum(['starttls', 'tls', 'none']);
export type Security = z.infer<typeof Security>;

/** A chain of a few. */
const certificateCharsMax = 50_000;

export const Credentials = z
  .strictObject({
    host: Host.describe('the mail server, smtp.example.com'),
    port: z.int().min(1).max(65_535).default(587).describe('587 for STARTTLS, 465 for TLS from the start'),
    security: Security.optional().describe(
      'by default TLS from the start on port 465 and STARTTLS elsewhere; none: anybody between can read it, password included',
    ),
    user: z.string().min(1).optional().describe('the user name, often the mail address'),
    password: secretText('the password; where there are app passwords, one of them').optional(),
    sender: MailAddress.optional().describe('who the mails are from; by default the user'),
    certificate: z
      .string()
      .startsWith('-----BEGIN CERTIFICATE-----')
      .max(certificateCharsMax)
      .optional()
      .describe('for a server with a certificate of its own: that, as PEM'),
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    path: ['password'],
    error: 'expected user and password, or neither',
  })
  .refine(({ user, sender }) => sender !== undefined || MailAddress.safeParse(user).success, {
    path: ['sender'],
    error: 'expected an address, because the user is none',
  });
export type Credentials = z.infer<typeof Credentials>;

export const Settings = z.strictObject({});

export const SentEmail = z.object({
  message_id: z.string(),
  accepted: z.array(z.string()),
  /** Those that do not get it, and why; the others do. */
  refused: z.array(z.object({ address: z.string(), reason: z.string() })),
  /** What the server said, its number for the mail as a rule. */
  response: z.string(),
});
export type SentEmail = z.infer<typeof SentEmail>;
