import type { z } from 'zod';
import { Answer, type Auth, type EndpointRoute, type EndpointSpec, type Exchange } from '../define.ts';
import { checkPath, strictly, validate } from '../request/validate.ts';

/** Seals an endpoint's types in: outside, a route is `run(exchange)` and needs neither `any` nor a cast. */
export function endpointRoute<App, A extends Auth, I extends z.ZodType, O extends z.ZodType>(
  spec: EndpointSpec<App, A, I, O>,
): (app: App) => EndpointRoute {
  checkPath(spec.path, spec.input);
  const input = strictly(spec.input);
  const run = async (app: App, exchange: Exchange): Promise<Answer<unknown>> => {
    const caller = await exchange.caller(spec.auth);
    const parsed = validate(input, await exchange.input());
    const given = await spec.handle(parsed, { app, caller, request: exchange.request });
    const plain = !(given instanceof Answer);
    const data = spec.output.parse(plain ? given : given.data);
    return plain ? new Answer(200, data) : new Answer(given.status, data, given.headers);
  };
  return (app) => ({ kind: 'endpoint', spec, run: (exchange) => run(app, exchange) });
}
