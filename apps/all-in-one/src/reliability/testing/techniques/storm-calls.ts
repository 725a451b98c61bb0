import type { Answer } from '../harness/api.ts';
import { actionIn } from '../harness/api.ts';
import type { PhoneMessage } from '../harness/phone/phone.ts';
import type { World } from '../harness/world.ts';

/** One of many calls about the same action at the same time. */
interface StormCall {
  /** What it wants; several calls may want the same. */
  readonly wants: 'approve' | 'reject' | 'edit' | 'delete' | 'run' | 'nothing';
  /** Statuses for a caller who was too late, or came for something that is no more. */
  readonly refusals: readonly number[];
  make(world: World, about: { readonly id: string; readonly ask: PhoneMessage }): Promise<Answer>;
}

const accepted: Answer = { status: 200, body: null };
const tooLate = [404, 409];
const tooLateOrStale = [...tooLate, 412, 428];

/** A webhook is taken in first and worked on later: what became of it is told on the phone. */
const replied = async (say: () => void): Promise<Answer> => {
  say();
  return accepted;
};

const approveAsSeen = async ({ api }: World, id: string): Promise<Answer> => {
  const seen = await api.get(id);
  const view = actionIn(seen);
  return view === null ? seen : api.patch(id, { status: 'processing', ifMatch: view.rev });
};

/** Everything that people, phones, schedulers and services may call about one action. */
export const stormCalls = {
  'approve on the web': {
    wants: 'approve',
    refusals: tooLateOrStale,
    make: ({ api }, { id }) => api.patch(id, { status: 'pending' }),
  },
  'approve what the page shows': {
    wants: 'approve',
    refusals: tooLateOrStale,
    make: (world, { id }) => approveAsSeen(world, id),
  },
  'reject on the web': {
    wants: 'reject',
    refusals: tooLate,
    make: ({ api }, { id }) => api.patch(id, { status: 'rejected' }),
  },
  edit: { wants: 'edit', refusals: tooLate, make: ({ api }, { id }) => api.patch(id, { title: `Edited ${id}` }) },
  delete: { wants: 'delete', refusals: tooLate, make: ({ api }, { id }) => api.remove(id) },
  execute: { wants: 'run', refusals: tooLateOrStale, make: ({ api }, { id }) => api.execute(id) },
  'yes by button': {
    wants: 'nothing',
    refusals: [],
    make: ({ phone }, { ask }) => replied(() => phone.tap(ask, 'Approve')),
  },
  'no by button': {
    wants: 'nothing',
    refusals: [],
    make: ({ phone }, { ask }) => replied(() => phone.tap(ask, 'Reject')),
  },
  'yes in words': {
    wants: 'nothing',
    refusals: [],
    make: ({ phone }, { ask }) => replied(() => phone.say({ text: 'yes' }, ask.wamid)),
  },
  'thumbs up': {
    wants: 'nothing',
    refusals: [],
    make: ({ phone }, { ask }) => replied(() => phone.say({ reaction: '👍' }, ask.wamid)),
  },
  'retry-pending': { wants: 'nothing', refusals: [], make: ({ api }) => api.sweep() },
  'process again': {
    wants: 'nothing',
    refusals: [],
    make: ({ api }, { id }) => api.push('actions-queue', createdEvent(api.userId(), id)),
  },
} as const satisfies Record<string, StormCall>;

export type StormCallName = keyof typeof stormCalls;

const createdEvent = (userId: string, actionId: string) => ({
  type: 'action.created',
  eventId: `created:${actionId}:1:1`,
  actionId,
  userId,
  commandId: `test:${actionId}`,
  actionType: 'todo',
  title: 'as it was',
  payload: { prompt: 'as it was', confidence: 0.6 },
  timestamp: new Date().toISOString(),
  version: 1,
});
