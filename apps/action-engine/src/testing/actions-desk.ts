import { createAuthenticator, endpointsOf, listen } from '@intexuraos/http-server';
import { AppError, silentLogger, systemClock, uuidFromName } from '@intexuraos/kernel';
import { z } from 'zod';

const Asked = z.object({
  userId: z.string(),
  commandId: z.string(),
  type: z.string(),
  title: z.string(),
  confidence: z.number(),
  payload: z.record(z.string(), z.json()),
  origin: z.object({ kind: z.string(), id: z.string() }),
});
export type Asked = z.infer<typeof Asked>;

/** actions-agent as far as action-engine calls it: one action for each command id. */
export interface ActionsDesk {
  readonly url: string;
  readonly asked: ReadonlyMap<string, Asked>;
  /** Whether nobody is there. */
  isClosed: boolean;
  close(): Promise<void>;
}

interface Desk {
  readonly asked: Map<string, Asked>;
  isClosed: boolean;
}

const { endpoint } = endpointsOf<Desk>();

const createAction = endpoint({
  method: 'POST',
  path: '/internal/actions',
  auth: 'service',
  summary: 'A stand-in',
  input: Asked,
  output: z.object({ id: z.string() }),
  handle: async (asked, { app }) => {
    if (app.isClosed) throw new AppError('UNAVAILABLE', 'not now');
    app.asked.set(asked.commandId, asked);
    return { id: uuidFromName(asked.commandId) };
  },
});

export async function startActionsDesk(internalSecret: string): Promise<ActionsDesk> {
  const desk: Desk = { asked: new Map(), isClosed: false };
  const authenticator = createAuthenticator({
    user: { issuer: 'nobody', audience: 'nobody', jwks: { keys: [] }, algorithms: ['RS256'] },
    internal: { current: internalSecret },
    clock: systemClock,
  });
  const service = {
    name: 'actions',
    routes: [createAction(desk)],
    ready: async () => undefined,
    drain: async () => undefined,
  };
  const server = await listen([service], { port: 0, authenticator, log: silentLogger, drainMs: 100 });
  return Object.assign(desk, { url: server.url, close: () => server.close() });
}
