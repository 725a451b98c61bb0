import type { z } from 'zod';
import type { Admission, Exchange, StreamRoute, StreamSpec } from '../define.ts';
import { checkPath, strictly, validate } from '../request/validate.ts';

export function streamRoute<App, I extends z.ZodType>(spec: StreamSpec<App, I>): (app: App) => StreamRoute {
  checkPath(spec.path, spec.input);
  const input = strictly(spec.input);
  const admit = async (app: App, exchange: Exchange): Promise<Admission> => {
    const caller = await exchange.caller(spec.auth);
    const parsed = validate(input, await exchange.input());
    return {
      userId: caller.userId,
      open: (lastEventId, send) => spec.open(parsed, { app, caller, request: exchange.request, lastEventId }, send),
    };
  };
  return (app) => ({ kind: 'stream', spec, admit: (exchange) => admit(app, exchange) });
}
