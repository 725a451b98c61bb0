import { createHash, timingSafeEqual } from 'node:crypto';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { readGraphRequest, type SentLetter } from '../graph-request.ts';
import { newWamid, type Simulator, unixSeconds } from '../simulator.ts';
import { statusBody } from '../webhook-body.ts';
import { endpoint } from './endpoint.ts';

export const sendMessage = endpoint({
  method: 'POST',
  path: '/simulator/graph/:phoneNumberId/messages',
  // The Bearer token is the WhatsApp account's, not a person's.
  auth: 'public',
  summary: 'Stands in for the WhatsApp Cloud API.',
  input: z.looseObject({ phoneNumberId: z.string() }),
  output: z.record(z.string(), z.unknown()),
  statuses: [400, 401],
  wire: 'raw',
  body: 'raw',
  handle: async ({ phoneNumberId }, { app, request }) => {
    if (!isBearer(request.headers['authorization'], app.accessToken))
      return refusal(401, 190, 'Invalid OAuth access token - Cannot parse access token');
    if (phoneNumberId !== app.line.phoneNumberId)
      return refusal(400, 100, `Unsupported post request. Object with ID '${phoneNumberId}' does not exist`);
    const letter = readGraphRequest(request.rawBody);
    if ('problem' in letter) return refusal(400, 100, `(#100) Invalid parameter: ${letter.problem}`);
    return receive(app, letter);
  },
});

function receive(app: Simulator, letter: SentLetter) {
  const wamid = newWamid(app.random);
  const { to, text, buttons, context } = letter;
  const at = new Date(app.clock.now()).toISOString();
  app.inbox.add({ wamid, from: 'business', kind: 'message', to, text, buttons, context, at });
  void reportStatuses(app, wamid, letter);
  return { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id: wamid }] };
}

/** After the answer is on its way, as Meta does, and sometimes before it has arrived. */
async function reportStatuses(app: Simulator, wamid: string, { to, callbackData }: SentLetter): Promise<void> {
  try {
    for (const status of app.statuses)
      await app.webhook.call(
        statusBody(app.line, { wamid, status, timestamp: unixSeconds(app.clock), to, callbackData }),
      );
  } catch (err) {
    app.log.warn({ err }, 'a simulated status could not be delivered');
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isBearer = (header: string | undefined, token: string): boolean =>
  timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));

const refusal = (status: number, code: number, message: string) =>
  answer(status, { error: { message, type: 'OAuthException', code, fbtrace_id: 'simulated' } });
