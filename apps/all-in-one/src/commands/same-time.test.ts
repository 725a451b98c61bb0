import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { until } from '../reliability/testing/harness/until.ts';
import { type Browser, openBrowser } from './testing/browser.ts';
import { type Answer, type House, type Message, startHouse } from './testing/house.ts';

let house: House;
let browsers: readonly Browser[];
beforeAll(async () => {
  house = await startHouse();
  browsers = [await openBrowser(house), await openBrowser(house)];
});
afterAll(async () => {
  for (const browser of browsers) browser.close();
  await house.close();
});

const Events = z.object({ data: z.object({ events: z.array(z.object({ event: z.string(), channel: z.string() })) }) });
const One = z.object({ data: z.object({ action: z.object({ id: z.string(), status: z.string() }) }) });
const Listed = z.object({ data: z.object({ actions: z.array(z.object({ id: z.string(), title: z.string() })) }) });

async function actionTitled(title: string): Promise<string> {
  const { actions } = Listed.parse((await house.call('GET', '/actions')).body).data;
  const found = actions.find((action) => action.title === title);
  if (found === undefined) throw new Error(`there is no "${title}"`);
  return found.id;
}

interface Told extends Answer {
  readonly at: number;
}
const timed = async (answering: Promise<Answer>): Promise<Told> => ({ ...(await answering), at: performance.now() });

type Who = 'one' | 'two' | 'phone';
type Decision = 'approve' | 'reject';
const statuses = { approve: 'processing', reject: 'rejected' } as const;
const titles = { approve: 'Approve', reject: 'Reject' } as const;
const ends = ['processing', 'completed', 'rejected'];

const onPage = (id: string, decision: Decision) =>
  house.call('PATCH', `/actions/${id}`, { status: statuses[decision] });
const onPhone = ({ wamid: quotedWamid, buttons }: Message, decision: Decision) =>
  house.reply({ quotedWamid, buttonId: buttons.find(({ title }) => title === titles[decision])?.id ?? '' });

/** What each of the two pages and the phone say, who begins first. */
const rounds: readonly (readonly [first: Decision, second: Decision, phone: Decision, order: readonly Who[]])[] = [
  ['approve', 'reject', 'approve', ['one', 'two', 'phone']],
  ['approve', 'reject', 'reject', ['phone', 'one', 'two']],
  ['reject', 'approve', 'approve', ['phone', 'two', 'one']],
  ['approve', 'approve', 'reject', ['two', 'phone', 'one']],
  ['reject', 'reject', 'approve', ['phone', 'one', 'two']],
  ['approve', 'approve', 'approve', ['one', 'phone', 'two']],
];

/** What it took the pages to learn of a decision once its answer was there, milliseconds. */
const delays: number[] = [];

test.each(rounds)(
  'one page says %s, another %s and the phone %s: one decision counts, both pages see it, the others are told whose it was',
  async (first, second, phone, order) => {
    const title = `together ${rounds.findIndex((round) => round[3] === order)}`;
    await house.reply({ text: `note: ${title}` });
    const ask = await house.heard(title);
    const id = await actionTitled(title);
    const acts: Readonly<Record<Who, () => Promise<Answer>>> = {
      one: () => onPage(id, first),
      two: () => onPage(id, second),
      phone: () => onPhone(ask, phone),
    };
    const begun = new Map(order.map((who) => [who, timed(acts[who]())]));
    const answerOf = (who: Who) => begun.get(who) ?? Promise.reject(new Error(`${who} said nothing`));
    const [one, two, chat] = await Promise.all([answerOf('one'), answerOf('two'), answerOf('phone')]);
    const learnt = await Promise.all(browsers.map((browser) => browser.learns(id, ...ends)));
    const action = await until(`${id} to end`, async () => {
      const { data } = One.parse((await house.call('GET', `/actions/${id}`)).body);
      return data.action.status === 'completed' || data.action.status === 'rejected' ? data.action : null;
    });

    const { events } = Events.parse((await house.call('GET', `/actions/${id}/events`)).body).data;
    const [decision, ...more] = events.filter(({ event }) => event === 'approve' || event === 'reject');
    expect(more).toEqual([]);
    expect(action.status).toBe(decision?.event === 'approve' ? 'completed' : 'rejected');

    const pages = [one, two];
    const winners = pages.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(decision?.channel === 'web' ? 1 : 0);
    const whose =
      decision?.channel === 'web' ? 'You decided that on the web.' : 'You decided that in the chat, with a button.';
    for (const { status, body } of pages.filter((answer) => !winners.includes(answer)))
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { error: { message: expect.stringContaining(whose), details: { decision: { ...decision } } } },
      });
    if (decision?.channel === 'web') {
      const told = await house.heard(`: ${title}. Your answer changed nothing.`);
      expect(told.text).toContain(whose);
    }
    const acknowledgedAt = winners[0]?.at ?? chat.at;
    delays.push(...learnt.map(({ at }) => at - acknowledgedAt));
  },
);

test('what was decided in the chat is refused on both pages, with whose decision it was', async () => {
  await house.reply({ text: 'note: decided in the chat' });
  const ask = await house.heard('decided in the chat');
  const id = await actionTitled('decided in the chat');
  await onPhone(ask, 'reject');
  const seen = await Promise.all(browsers.map((browser) => browser.learns(id, 'rejected')));
  expect(seen.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  for (const answer of [await onPage(id, 'approve'), await onPage(id, 'reject')])
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('You decided that in the chat, with a button.') } },
    });
});

test('both pages learn of a decision within a second', () => {
  const sorted = delays.toSorted((shorter, longer) => shorter - longer);
  process.stdout.write(`pages learnt of a decision after ${sorted.map((ms) => Math.round(ms)).join(', ')} ms\n`);
  expect(sorted).toHaveLength(rounds.length * 2);
  expect(sorted.at(-1)).toBeLessThan(1_000);
});
