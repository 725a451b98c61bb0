import type { Defaults } from '../spec.ts';
import { Credentials } from './schema.ts';

const variables = [
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'SENDER_EMAIL',
  'SMTP_SENDER_EMAIL',
  'SMTP_SECURITY',
] as const;

/** An account that the environment describes. Nobody asked for one where there is no host. */
export const defaults: Defaults<Credentials> = {
  variables,
  read(environment) {
    const [host, port, user, password, sender, otherSender, security] = variables.map(
      (name) => environment[name] || undefined,
    );
    if (host === undefined) return null;
    return Credentials.parse({
      host,
      port: port === undefined ? undefined : Number(port),
      user,
      password,
      sender: sender ?? otherSender,
      security,
    });
  },
};
