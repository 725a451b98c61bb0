import { AppError } from '@intexuraos/kernel';
import type { Loaded } from '../ports.ts';
import { chance, pick } from './plan.ts';
import { userId, type World } from './world.ts';

/** What the person has said yes to: the only contents that may ever be carried out. */
export interface Person {
  readonly approvedTitles: ReadonlySet<string>;
  readonly created: ReadonlySet<string>;
  /** When the person said yes without quoting anything: it counts for the one question that was open. */
  readonly looseYes: readonly number[];
  /** Does something a person might do, and does not wait for its end. */
  act(): void;
}

const types = ['todo', 'note', 'link', 'calendar', 'research'] as const;

/** Refusals and simulated failures are normal life; anything else is a bug and must be seen. */
const expected = (error: unknown) => {
  if (!(error instanceof AppError)) throw error;
};

const isApprovedByRule = (type: string, confidence: number) => type === 'link' && confidence >= 0.9;

const titleIn = (message: string) => /T\d+(?:e\d+)*(?= #)/.exec(message)?.[0];

export function createPerson(world: World, fail: (error: unknown) => void): Person {
  const { random, phone, bus, clock } = world;
  const approvedTitles = new Set<string>();
  const created = new Set<string>();
  const looseYes: number[] = [];
  /** Some quote what they answer; others have one wish at a time and just say yes. */
  const quotes = chance(random, 0.5) ? { wishes: 1, share: 0.8 } : { wishes: 0.3, share: 0.2 };
  let titles = 0;
  let replies = 0;

  const later = (work: Promise<unknown>) => void work.catch(expected).catch(fail);
  const shown = (title: string) => `${title} # https://a.example/${title}`;

  async function create(): Promise<void> {
    const title = shown(`T${(titles += 1)}`);
    const confidence = chance(random, 0.3) ? 0.95 : 0.5;
    const type = pick(random, types) ?? 'todo';
    if (isApprovedByRule(type, confidence)) approvedTitles.add(titleIn(title) ?? '');
    const request = {
      userId,
      commandId: `c:${titles}`,
      ordinal: 0,
      type,
      title,
      confidence,
      payload: {},
      origin: undefined,
      idempotencyKey: undefined,
    };
    const { loaded } = await world.agent().create(request);
    created.add(loaded.action.id);
    if (chance(random, 0.2)) await world.agent().create(request);
  }

  function reply(text: string | null): void {
    const message = pick(random, phone.messages);
    if (message === undefined) return;
    const yes = text === 'yes';
    const button = message.buttons?.find(({ title }) => title === (yes ? 'Approve' : 'Reject'));
    const quoted = chance(random, quotes.share);
    const said =
      text === null
        ? { replyText: '', reaction: '👍' }
        : button && chance(random, 0.4)
          ? { replyText: '', buttonId: button.id }
          : { replyText: text };
    if ((yes || text === null) && quoted) approvedTitles.add(titleIn(message.message) ?? '');
    if (yes && !quoted) looseYes.push(clock.now());
    const event = {
      type: 'action.approval.reply' as const,
      userId,
      replyToWamid: quoted || 'buttonId' in said ? message.wamid : '',
      timestamp: new Date(clock.now()).toISOString(),
      inboundWamid: `reply.${(replies += 1)}`,
      ...said,
    };
    if ('buttonId' in said && yes) approvedTitles.add(titleIn(message.message) ?? '');
    bus.add('action.approval.reply', event);
    if (chance(random, 0.2)) bus.add('action.approval.reply', event);
  }

  async function onTheWeb(): Promise<void> {
    const id = pick(random, [...created]);
    if (id === undefined) return;
    const agent = world.agent();
    const seen = await agent.get({ userId, actionId: id });
    const owned = { userId, actionId: id, ifMatch: `"${seen.action.rev}"`, requestId: `web.${(replies += 1)}` };
    const approves = () => approvedTitles.add(titleIn(seen.action.title) ?? '');
    const moves: readonly (() => Promise<unknown>)[] = [
      () => (approves(), agent.patch({ ...owned, status: 'pending' })),
      () => (approves(), agent.execute(owned)),
      () => agent.patch({ ...owned, status: 'rejected' }),
      () => agent.patch({ ...owned, status: 'archived' }),
      () => agent.patch({ ...owned, title: edited(seen) }),
      () => agent.delete(owned),
      () => agent.retry({ ...owned, confirmMayDuplicate: chance(random, 0.5) }),
    ];
    await pick(random, moves)?.();
  }

  function edited({ action }: Loaded): string {
    const title = `${titleIn(action.title) ?? 'T0'}e${(titles += 1)}`;
    if (isApprovedByRule(action.type, action.confidence)) approvedTitles.add(title);
    return shown(title);
  }

  return {
    approvedTitles,
    created,
    looseYes,
    act() {
      const moves = [
        () => chance(random, quotes.wishes) && later(create()),
        () => reply('yes'),
        () => reply('yes'),
        () => reply(null),
        () => reply('no'),
        () => reply('hmm maybe'),
        () => later(onTheWeb()),
        () => later(onTheWeb()),
      ];
      pick(random, moves)?.();
    },
  };
}
