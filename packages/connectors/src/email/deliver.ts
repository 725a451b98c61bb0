import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionSendInfo, type SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import type { z } from 'zod';
import type { Call } from '../call.ts';
import { readFailure } from './read-failure.ts';
import type { Credentials, Security, Settings } from './schema.ts';

export type EmailCall = Call<Credentials, z.infer<typeof Settings>>;

/** Hands one message to the mail server. Nodemailer makes no connection of its own, and makes no second try. */
export async function deliver(
  call: EmailCall,
  envelope: SMTPEnvelope,
  message: Buffer,
): Promise<SMTPConnectionSendInfo> {
  const { credentials } = call;
  const socket = await call.outside.socket(credentials);
  const content = Readable.from([message]);
  // Once all has been read, the dot that ends the message may be on its way, and the server may take the mail.
  let isComplete = false;
  content.once('end', () => {
    isComplete = true;
  });
  try {
    return await converse(sessionOn(socket, call), credentials, (session, done) =>
      session.send(envelope, content, done),
    );
  } catch (error) {
    throw readFailure(error, { isComplete, isLate: call.signal.aborted || call.remainingMs() <= 0 });
  } finally {
    content.destroy();
  }
}

type Done<T> = (error: Error | null, result: T) => void;

/** From the greeting to the answer that ends it; what breaks the session breaks what is under way. */
function converse<T>(
  session: SMTPConnection,
  { user, password: pass }: Credentials,
  act: (session: SMTPConnection, done: Done<T>) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const done: Done<T> = (error, result) => (error ? reject(error) : resolve(result));
    session.on('error', reject).once('end', () => reject(new Error('the connection was closed')));
    session.connect((error) => {
      if (error) return reject(error);
      if (user === undefined) return act(session, done);
      session.login({ user, pass }, (refused) => (refused ? reject(refused) : act(session, done)));
    });
  }).finally(() => session.close());
}

const securityOf = ({ security, port }: Credentials): Security => security ?? (port === 465 ? 'tls' : 'starttls');

function sessionOn(socket: Socket, call: EmailCall): SMTPConnection {
  const { host, certificate } = call.credentials;
  const security = securityOf(call.credentials);
  const timeoutMs = Math.max(1, call.remainingMs());
  return new SMTPConnection({
    connection: socket,
    host,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    // What this machine is called is nobody's business.
    name: '[127.0.0.1]',
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: 0,
    tls: { minVersion: 'TLSv1.2', ...(certificate && { ca: certificate }) },
  });
}
