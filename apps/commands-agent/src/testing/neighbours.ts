import { LlmKeys, type Locale, UserId, UserSettings } from '@intexuraos/contracts';
import { createAuthenticator, endpointsOf, listen } from '@intexuraos/http-server';
import { AppError, contentHash, silentLogger, systemClock, uuidFromName } from '@intexuraos/kernel';
import { z } from 'zod';

const Asked = z.looseObject({
  userId: UserId,
  commandId: z.string(),
  type: z.string(),
  title: z.string(),
  confidence: z.number(),
  payload: z.record(z.string(), z.json()),
});
type Asked = z.infer<typeof Asked>;

/** What actions-agent does to one request before it is fine again: nothing, or the effect without the answer. */
export type Fault = 'unavailable' | 'answer lost' | 'refused';

const faults: Readonly<Record<Fault, { readonly effect: boolean; readonly error: () => AppError }>> = {
  unavailable: { effect: false, error: () => new AppError('UNAVAILABLE', 'not now') },
  'answer lost': { effect: true, error: () => new AppError('INTERNAL_ERROR', 'it broke') },
  refused: { effect: false, error: () => new AppError('VALIDATION_FAILED', 'no such type') },
};

/** actions-agent and user-service behind one real server, as far as commands-agent calls them. */
export interface Neighbours {
  readonly url: string;
  /** The actions that were made, one for each command. */
  readonly actions: ReadonlyMap<string, Asked>;
  /** What happens to the next requests for an action, one fault each. */
  plan(...next: readonly Fault[]): void;
  /** People's zones; Warsaw unless set, null: user-service does not answer. */
  readonly locales: Map<string, Locale | null>;
  /** Where the language model of every person is; null: nobody has a key. */
  modelUrl: string | null;
  close(): Promise<void>;
}

type Desk = Pick<Neighbours, 'locales'> & {
  readonly actions: Map<string, Asked>;
  readonly planned: Fault[];
  modelUrl: string | null;
};

const { endpoint } = endpointsOf<Desk>();
const service = { auth: 'service', summary: 'A stand-in' } as const;

const createAction = endpoint({
  ...service,
  method: 'POST',
  path: '/internal/actions',
  input: Asked,
  output: z.object({ id: z.string() }),
  handle: async (asked, { app }) => {
    const fault = app.planned.shift();
    if (fault !== undefined && !faults[fault].effect) throw faults[fault].error();
    const before = app.actions.get(asked.commandId);
    if (before !== undefined && contentHash(before) !== contentHash(asked))
      throw new AppError('VALIDATION_FAILED', 'This command id was used for another request');
    app.actions.set(asked.commandId, asked);
    if (fault !== undefined) throw faults[fault].error();
    return { id: uuidFromName(asked.commandId) };
  },
});

const settings = endpoint({
  ...service,
  method: 'GET',
  path: '/internal/users/:userId/settings',
  input: z.object({ userId: UserId }),
  output: UserSettings,
  handle: async ({ userId }, { app }) => {
    const locale = app.locales.get(userId);
    if (locale === null) throw new AppError('UNAVAILABLE', 'not now');
    return { userId, ...(locale ?? { timeZone: 'Europe/Warsaw', language: 'en' }) };
  },
});

const llmKeys = endpoint({
  ...service,
  method: 'GET',
  path: '/internal/users/:userId/llm-keys',
  input: z.object({ userId: UserId }),
  output: LlmKeys,
  handle: async (_, { app: { modelUrl } }) => ({
    keys: modelUrl === null ? [] : [{ provider: 'openai', apiKey: 'sk-of-a-person', baseUrl: modelUrl }],
  }),
});

const llmKeyUsed = endpoint({
  ...service,
  method: 'POST',
  path: '/internal/users/:userId/llm-keys/:provider/last-used',
  input: z.object({ userId: UserId, provider: z.string() }),
  output: z.object({}),
  handle: async () => ({}),
});

export async function startNeighbours(internalSecret: string): Promise<Neighbours> {
  const desk: Desk = { actions: new Map(), planned: [], locales: new Map(), modelUrl: null };
  const server = await listen(
    [
      {
        name: 'neighbours',
        routes: [createAction, settings, llmKeys, llmKeyUsed].map((route) => route(desk)),
        ready: async () => undefined,
        drain: async () => undefined,
      },
    ],
    {
      port: 0,
      authenticator: createAuthenticator({
        user: { issuer: 'nobody', audience: 'nobody', jwks: { keys: [] }, algorithms: ['RS256'] },
        internal: { current: internalSecret },
        clock: systemClock,
      }),
      log: silentLogger,
      drainMs: 100,
    },
  );
  return Object.assign(desk, {
    url: server.url,
    plan: (...next: readonly Fault[]) => void desk.planned.push(...next),
    close: () => server.close(),
  });
}
