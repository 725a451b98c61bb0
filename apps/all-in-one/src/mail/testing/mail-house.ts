import { consentTo, type StandIn, serveGmail, serveOAuth, serveSmtp } from '@intexuraos/connectors/testing';
import { freePort } from '@intexuraos/testing';
import { z } from 'zod';
import { type House, startHouse } from '../../commands/testing/house.ts';

const client = { clientId: 'intexuraos', clientSecret: 'canary-secret-of-the-test-client-0123456789' };
const scopes = ['gmail.compose', 'gmail.readonly'].map((scope) => `https://www.googleapis.com/auth/${scope}`);
const Started = z.object({ authorization_url: z.url() });

/** The whole product, with a mail server, and a Google-like platform that its person may connect. */
export interface MailHouse {
  readonly house: House;
  readonly gmail: StandIn;
  readonly smtp: StandIn;
  /** Says yes on the platform's page, and comes back. */
  connectGoogle(): Promise<void>;
  /** How many mails with this text are in the mailboxes. */
  sent(text: string): number;
  close(): Promise<void>;
}

export async function startMailHouse(): Promise<MailHouse> {
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/auth/callback`;
  const [gmail, smtp, oauth] = await Promise.all([
    serveGmail(),
    serveSmtp(),
    serveOAuth({ ...client, redirectUri, scopes }),
  ]);
  const house = await startHouse({
    port,
    variables: {
      INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
      INTEXURAOS_GMAIL_API_URL: gmail.url,
      INTEXURAOS_OAUTH_GOOGLE_CLIENT_ID: client.clientId,
      INTEXURAOS_OAUTH_GOOGLE_CLIENT_SECRET: client.clientSecret,
      INTEXURAOS_OAUTH_GOOGLE_SERVER_URL: oauth.url,
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(smtp.port),
      SMTP_SECURITY: 'none',
      SENDER_EMAIL: 'me@example.com',
      INTEXURAOS_SWEEP_MS: '300',
      INTEXURAOS_RETRY_BASE_MS: '50',
    },
  });
  return {
    house,
    gmail,
    smtp,
    async connectGoogle() {
      const started = await house.call('POST', '/auth/start', { platform: 'gmail', label: 'Google' });
      const came = await consentTo(Started.parse(started.body).authorization_url);
      const { status, body } = await house.call('POST', '/auth/callback', Object.fromEntries(came.searchParams));
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    sent: (text) =>
      [...gmail.ledger, ...smtp.ledger].filter(
        ({ operation, content }) => operation === 'send_email' && content?.includes(text),
      ).length,
    async close() {
      await house.close();
      await Promise.all([gmail.close(), smtp.close(), oauth.close()]);
    },
  };
}
