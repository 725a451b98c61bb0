import { strict as assert } from 'node:assert';
import { asked, askOf, reached, viewOf, wished } from '../harness/life.ts';
import type { PhoneMessage } from '../harness/phone/phone.ts';
import { until } from '../harness/until.ts';
import { wishFor } from '../harness/wishes.ts';
import { withAccount } from '../harness/with-account.ts';
import type { World } from '../harness/world.ts';

interface Asked {
  readonly id: string;
  readonly ask: PhoneMessage;
}

/** What a person says about one question; each step waits for what the one before led to. */
type Conversation = (world: World, about: Asked) => Promise<unknown>;

/** A message about the action whose text has these words. */
const told = ({ phone }: World, id: string, words: string): Promise<PhoneMessage> =>
  until(
    `"${words}" about ${id}`,
    () => phone.messages.find(({ key, text }) => key.includes(id) && text.includes(words)) ?? null,
  );

/** Every way to answer, and every way to answer twice. */
const conversations: Readonly<Record<string, Conversation>> = {
  'yes by button': ({ phone, ...world }, { id, ask }) => (phone.tap(ask, 'Approve'), reached(world, id, 'completed')),
  'yes in words': ({ phone, ...world }, { id, ask }) => (
    phone.say({ text: 'yes' }, ask.wamid), reached(world, id, 'completed')
  ),
  'yes without a quote': ({ phone, ...world }, { id }) => (
    phone.say({ text: 'Yes!' }, null), reached(world, id, 'completed')
  ),
  'thumbs up': ({ phone, ...world }, { id, ask }) => (
    phone.say({ reaction: '👍🏽' }, ask.wamid), reached(world, id, 'completed')
  ),
  'no by button': ({ phone, ...world }, { id, ask }) => (phone.tap(ask, 'Reject'), reached(world, id, 'rejected')),
  'unclear, then yes': async (world, { id, ask }) => {
    world.phone.say({ text: 'hmm, maybe later' }, ask.wamid);
    world.phone.tap(await told(world, id, 'did not understand'), 'Approve');
    return reached(world, id, 'completed');
  },
  'yes, then no': async (world, { id, ask }) => {
    world.phone.tap(ask, 'Approve');
    await reached(world, id, 'completed');
    world.phone.tap(ask, 'Reject');
    return told(world, id, 'already done');
  },
  'no, then yes': async (world, { id, ask }) => {
    world.phone.tap(ask, 'Reject');
    await reached(world, id, 'rejected');
    world.phone.tap(ask, 'Approve');
    return told(world, id, 'was rejected');
  },
  'a thumb that is taken back': async (world, { id, ask }) => {
    world.phone.say({ reaction: '👍' }, ask.wamid);
    await reached(world, id, 'completed');
    world.phone.say({ reaction: '' }, ask.wamid);
  },
  'yes to what was edited since': async (world, { id, ask }) => {
    const { rev, title } = await viewOf(world, id);
    const edited = await world.api.patch(id, { title: `${title}, edited`, ifMatch: rev });
    assert.equal(edited.status, 200, 'it could not be edited');
    await asked(world, id, 2);
    world.phone.tap(ask, 'Approve');
    world.phone.tap(await told(world, id, 'It changed; here is the new one'), 'Approve');
    return reached(world, id, 'completed');
  },
};

/** Holds all conversations one after the other; resolves to the ids of their actions. The same `name`: the same ids. */
export async function converse(world: World, name: string): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [title, conversation] of Object.entries(conversations)) {
    const id = await wished(world, wishFor('todo', `${name} ${title}`.replaceAll(/\W+/g, '-')));
    ids.set(title, id);
    await withAccount(world, id, async () => conversation(world, { id, ask: await sent(world, id) }));
  }
  return ids;
}

/** An answer without a quote counts only for a question that is known to have left. */
const sent = (world: World, id: string): Promise<PhoneMessage> =>
  until(`the question about ${id} to have left`, async () => {
    const { ask } = await viewOf(world, id);
    return ask !== null && ask.delivery.status !== 'due' ? askOf(world, id) : null;
  });
