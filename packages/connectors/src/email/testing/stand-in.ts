import type { Socket } from 'node:net';
import { listeningPort } from '@intexuraos/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { type Fault, faultNames } from '../../testing/faults.ts';
import { createFaultPlan, type Effect, type StandIn } from '../../testing/stand-in.ts';
import { certificate, certificateKey } from './certificate.ts';

/** What the server says no to, and how; what is not here is silence. */
const refusals: Partial<Record<Fault, { readonly at: Stage; readonly responseCode: number; readonly text: string }>> = {
  400: { at: 'data', responseCode: 554, text: '5.6.0 Message refused' },
  401: { at: 'auth', responseCode: 535, text: '5.7.8 Authentication credentials invalid' },
  403: { at: 'sender', responseCode: 550, text: '5.7.1 Sender not allowed' },
  404: { at: 'recipient', responseCode: 550, text: '5.1.1 No such user' },
  429: { at: 'recipient', responseCode: 452, text: '4.5.3 Too many mails' },
  500: { at: 'data', responseCode: 451, text: '4.3.0 Local error' },
  503: { at: 'greeting', responseCode: 421, text: '4.3.2 Not now' },
};
type Stage = 'greeting' | 'auth' | 'sender' | 'recipient' | 'data';

/** Those of the common list that a mail server can show. */
export const smtpFaults = faultNames.filter((fault) => fault in refusals || /^(cut|hang) /.test(String(fault)));

interface SmtpOptions {
  readonly port?: number;
  /** Whether the connection is safe from the first byte. */
  readonly secure?: boolean;
  readonly unknownRecipients?: readonly string[];
}

export interface SmtpStandIn extends StandIn {
  readonly port: number;
  /** What is in the mailboxes, with those who got it. */
  readonly mails: readonly { readonly to: readonly string[]; readonly mail: ParsedMail }[];
}

/** A real mail server, with mailboxes in memory. */
export async function serveSmtp({
  port = 0,
  secure = false,
  unknownRecipients = [],
}: SmtpOptions = {}): Promise<SmtpStandIn> {
  const ledger: Effect[] = [];
  const mails: { to: readonly string[]; mail: ParsedMail }[] = [];
  const plan = createFaultPlan();
  const struck = new Map<string, Fault | null>();
  const sockets = new Map<number, Socket>();
  let calls = 0;

  const no = (text: string, responseCode: number) => Object.assign(new Error(text), { responseCode });
  /** Answers a command, unless a fault keeps the server from it. */
  const answer = (at: Stage, { id, remotePort }: SMTPServerSession, yes: (error?: Error) => void) => {
    const fault = struck.get(id) ?? null;
    const refusal = fault === null ? undefined : refusals[fault];
    if (refusal?.at === at) return yes(no(refusal.text, refusal.responseCode));
    if (at === 'sender' && fault === 'cut before the effect') return void sockets.get(remotePort)?.destroy();
    if (at === 'sender' && fault === 'hang before the effect') return;
    yes();
  };
  const keep = async (
    stream: NodeJS.ReadableStream,
    session: SMTPServerSession,
    yes: (error?: Error | null, text?: string) => void,
  ) => {
    const mail = await simpleParser(stream as Parameters<typeof simpleParser>[0]);
    const fault = struck.get(session.id);
    if (fault && refusals[fault]?.at === 'data') return answer('data', session, yes);
    mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
    const content = `To: ${session.envelope.rcptTo.map(({ address }) => address).join(', ')}\nSubject: ${mail.subject ?? ''}\n\n${mail.text ?? ''}`;
    ledger.push({ operation: 'send_email', key: mail.messageId ?? '', content });
    if (fault === 'cut after the effect') return void sockets.get(session.remotePort)?.destroy();
    if (fault !== 'hang after the effect') yes(null, `queued as ${mails.length}`);
  };
  const server = new SMTPServer({
    secure,
    cert: certificate,
    key: certificateKey,
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onConnect(session, done) {
      calls += 1;
      struck.set(session.id, plan.next());
      answer('greeting', session, done);
    },
    onAuth({ username = '', password }, session, done) {
      if (password?.startsWith('canary-') !== true) return done(no('5.7.8 Authentication credentials invalid', 535));
      answer('auth', session, (error) => (error ? done(error) : done(null, { user: username })));
    },
    onMailFrom: (_address, session, done) => answer('sender', session, done),
    onRcptTo({ address }, session, done) {
      if (unknownRecipients.includes(address)) return done(no('5.1.1 No such user', 550));
      answer('recipient', session, done);
    },
    // A message that breaks off in the middle is none.
    onData: (stream, session, done) => void keep(stream, session, done).catch(() => undefined),
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.set(socket.remotePort ?? 0, socket);
    socket.once('close', () => sockets.delete(socket.remotePort ?? 0));
  });
  const usedPort = await listeningPort(server.server, port);
  return {
    url: `smtp://127.0.0.1:${usedPort}`,
    port: usedPort,
    ledger,
    mails,
    calls: () => calls,
    plan: plan.plan,
    always: plan.always,
    close() {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
