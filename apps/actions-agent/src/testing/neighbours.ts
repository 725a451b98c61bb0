import {
  AddressBook,
  AutoApprovalRules,
  Feedback,
  Id,
  LlmKeys,
  UserId,
  UserSettings,
  usualAutoApprovalRules,
} from '@intexuraos/contracts';
import { createAuthenticator, endpointsOf, listen, type RequestFacts } from '@intexuraos/http-server';
import {
  OperationOutcome,
  OperationPerformRequest,
  OperationPreview,
  OperationPreviewRequest,
} from '@intexuraos/internal-clients/action-engine';
import { CreatedBookmark, NewBookmark, RefreshedBookmark } from '@intexuraos/internal-clients/bookmarks-agent';
import {
  CalendarActionRequest,
  CalendarPreview,
  CalendarPreviewRequest,
} from '@intexuraos/internal-clients/calendar-agent';
import { Command, CorrectedCommand } from '@intexuraos/internal-clients/commands-agent';
import { LinearActionRequest, LinearPreview, LinearPreviewRequest } from '@intexuraos/internal-clients/linear-agent';
import { NewestNotes, NewNote } from '@intexuraos/internal-clients/notes-agent';
import { NewResearchDraft } from '@intexuraos/internal-clients/research-agent';
import { NewTodo } from '@intexuraos/internal-clients/todos-agent';
import { silentLogger, systemClock } from '@intexuraos/kernel';
import { z } from 'zod';
import { createDesk, type Desk } from './neighbour-desk.ts';

/** Every neighbour of actions-agent behind one real HTTP server. */
export interface Neighbours extends Pick<Desk, 'received' | 'effects' | 'plays' | 'holds'> {
  readonly url: string;
  close(): Promise<void>;
}

const { endpoint } = endpointsOf<Desk>();

/** One path of a neighbour: it takes and gives exactly what the clients' own schemas say, and refuses unknown fields. */
const served = <I extends z.ZodType<object>, T extends object>(
  [method, path]: readonly ['GET' | 'POST', string],
  input: I,
  output: z.ZodType<T, T>,
  usual: (input: z.output<I>) => T,
) =>
  endpoint({
    method,
    path,
    auth: 'service',
    summary: 'A stand-in',
    input,
    output,
    handle: async (given, { app, request }) =>
      output.parse(await app.take(path, given, callOf(request), () => usual(given))),
  });

const callOf = ({ headers }: RequestFacts) => ({
  idempotencyKey: headers['idempotency-key'],
  epoch: headers['x-action-epoch'],
});

const done = (message: string, resourceUrl: string) => (): Feedback => ({ status: 'completed', message, resourceUrl });

const tomorrowAt = (now: string, time: string) =>
  `${new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)}T${time}:00+01:00`;

const CommandAnswer = z.object({ command: Command });
const ofPerson = z.object({ userId: UserId });

const paths = [
  served(['POST', '/internal/todos'], NewTodo, Feedback, done('To-do created', '/#/todos/t1')),
  served(['POST', '/internal/notes'], NewNote, Feedback, done('Note saved', '/#/notes/n1')),
  served(['POST', '/internal/research/draft'], NewResearchDraft, Feedback, done('Research drafted', '/#/research/r1')),
  served(['POST', '/internal/bookmarks'], NewBookmark, CreatedBookmark, ({ url }) => ({ id: 'b1', url })),
  served(['POST', '/internal/bookmarks/:id/force-refresh'], z.object({ id: Id }), RefreshedBookmark, ({ id }) => ({
    id,
    url: 'https://a.example.org/',
    status: 'refreshed',
  })),
  served(['POST', '/internal/calendar/preview'], CalendarPreviewRequest, CalendarPreview, (request) => ({
    status: 'ready' as const,
    summary: request.text,
    start: tomorrowAt(request.currentDate, '15:00'),
    end: tomorrowAt(request.currentDate, '16:00'),
    timeZone: request.timeZone,
    location: 'Main Street 1',
    reasoning: 'tomorrow at three',
  })),
  served(
    ['POST', '/internal/calendar/process-action'],
    CalendarActionRequest,
    Feedback,
    done('Event created', '/#/events/e1'),
  ),
  served(['POST', '/internal/linear/preview'], LinearPreviewRequest, LinearPreview, ({ action }) => ({
    status: 'ready' as const,
    title: action.text,
    description: 'As reported',
    team: 'Mobile',
    reasoning: 'the first line',
  })),
  served(
    ['POST', '/internal/linear/process-action'],
    LinearActionRequest,
    Feedback,
    done('Issue created', 'https://linear.example.org/1'),
  ),
  served(
    ['POST', '/internal/operations/preview'],
    OperationPreviewRequest,
    OperationPreview,
    ({ platform = 'gmail', action_type, payload }) => ({
      status: 'ready' as const,
      platform,
      action_type,
      payload,
      connection: 'c1',
      digest: JSON.stringify(payload),
      describe: 'Send an email with Gmail',
      account: 'work (Gmail)',
      risk: 'high' as const,
      facts: Object.entries(payload).map(([label, value]) => ({
        label,
        value: typeof value === 'string' ? value : '',
      })),
    }),
  ),
  served(['POST', '/internal/operations/perform'], OperationPerformRequest, OperationOutcome, () => ({
    outcome: 'executed' as const,
    message: 'Email sent successfully',
  })),
  served(
    ['GET', '/internal/commands/:commandId'],
    z.object({ commandId: z.string() }),
    CommandAnswer,
    ({ commandId }) => ({
      command: { id: commandId, text: 'the words of the command', sourceType: 'whatsapp' },
    }),
  ),
  served(['POST', '/internal/commands'], CorrectedCommand, CommandAnswer, ({ text, sourceType }) => ({
    command: { id: 'correction:1', text, sourceType },
  })),
  served(['GET', '/internal/users/:userId/settings'], ofPerson, UserSettings, ({ userId }) => ({
    userId,
    timeZone: 'Europe/Warsaw',
    language: 'en',
  })),
  served(['GET', '/internal/users/:userId/auto-approval-rules'], ofPerson, AutoApprovalRules, () => ({
    rules: [...usualAutoApprovalRules],
  })),
  served(['GET', '/internal/users/:userId/address-book'], ofPerson, AddressBook, () => ({
    entries: [
      { id: 'e1', name: 'Ana', address: 'ana@example.com' },
      { id: 'e2', name: 'Tom Brown', address: 'brown@example.com' },
      { id: 'e3', name: 'Tom Green', address: 'green@example.com' },
    ],
  })),
  served(['GET', '/internal/notes'], ofPerson, NewestNotes, () => ({
    notes: [
      { id: 'n3', title: 'Call the plumber', content: 'About the leak.' },
      { id: 'n2', title: 'Offer of the painter', content: 'White, two rooms.' },
      { id: 'n1', title: 'Offer of the roofer', content: 'Red tiles.' },
    ],
  })),
  served(['GET', '/internal/users/:userId/llm-keys'], ofPerson, LlmKeys, () => ({ keys: [] })),
  served(
    ['POST', '/internal/users/:userId/llm-keys/:provider/last-used'],
    ofPerson.extend({ provider: z.string() }),
    z.object({}),
    () => ({}),
  ),
];

export async function startNeighbours(internalSecret: string): Promise<Neighbours> {
  const desk = createDesk();
  const service = {
    name: 'neighbours',
    routes: paths.map((path) => path(desk)),
    ready: async () => undefined,
    drain: async () => undefined,
  };
  const authenticator = createAuthenticator({
    user: { issuer: 'nobody', audience: 'nobody', jwks: { keys: [] }, algorithms: ['RS256'] },
    internal: { current: internalSecret },
    clock: systemClock,
  });
  const server = await listen([service], { port: 0, authenticator, log: silentLogger, drainMs: 100 });
  const { received, effects, plays, holds } = desk;
  return { url: server.url, received, effects, plays, holds, close: () => server.close() };
}
