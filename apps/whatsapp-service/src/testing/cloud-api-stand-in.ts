import { createServer, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { object } from '../domain/loose.ts';

export interface SeenRequest {
  readonly url: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Behaviour = (response: ServerResponse, wamid: string) => void;

const accepts: Behaviour = (response, wamid) => {
  const body = { messaging_product: 'whatsapp', contacts: [{ input: '1', wa_id: '1' }], messages: [{ id: wamid }] };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

export const refuses =
  (status: number, code: number): Behaviour =>
  (response) => {
    const body = { error: { message: `(#${code})`, type: 'OAuthException', code, fbtrace_id: 'x' } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

export const answers =
  (status: number, body: string): Behaviour =>
  (response) =>
    void response.writeHead(status).end(body);

/** Takes the request and cuts the connection: nobody can know what became of it. */
export const cuts: Behaviour = (response) => void response.destroy();
export const hangs: Behaviour = () => undefined;

/** The Cloud API on a socket: accepts everything, unless told what to do with the next requests. */
export async function startCloudApi() {
  const seen: SeenRequest[] = [];
  const script: Behaviour[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      seen.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '', body: object(body) });
      const behave = script.shift() ?? accepts;
      behave(response, `wamid.OUT${seen.length}`);
    });
  });
  return {
    url: await listening(server),
    seen,
    /** What to do with the next requests, one each. */
    next: (...behaviours: Behaviour[]) => void script.push(...behaviours),
    close: () => closed(server),
  };
}
