import { z } from 'zod';
import { type StandInAnswer, serveStandIn } from '../../testing/http-stand-in.ts';
import { findRoute, type Routes } from '../../testing/routes.ts';
import { keyField } from '../schema.ts';

const CaughtBody = z.looseObject({ [keyField]: z.string() });

/** Zapier quotes what it was asked. */
const refusal = (status: number): StandInAnswer => ({
  status,
  body: { status: 'error', message: 'No hook at /hooks/catch/123456/canary-hook/' },
});

const routes: Routes = {
  'POST /hooks/catch/123456/canary-hook/': ({ body }, effect) => {
    effect({ operation: 'trigger_zap', key: CaughtBody.parse(body)[keyField] });
    const id = '01a2b3c4';
    return { status: 200, body: { attempt: id, id, request_id: id, status: 'success' } };
  },
};

/** A hook of Webhooks by Zapier: https://help.zapier.com/hc/en-us/articles/8496288690317 */
export const serveZapier = (port?: number) =>
  serveStandIn({ refusal, answer: (request, effect) => findRoute(routes, request)?.(effect) ?? refusal(404) }, port);
