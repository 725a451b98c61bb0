import { crashPointNames } from '@intexuraos/commands-agent/config';
import { expect, test } from '@jest/globals';
import { effectsIn } from '../reliability/testing/harness/effects.ts';
import { inParallel } from '../reliability/testing/harness/in-parallel.ts';
import { keptAlive } from '../reliability/testing/harness/keep-alive.ts';
import { asked, reached } from '../reliability/testing/harness/life.ts';
import { inOneMachine, type OneMachine } from '../reliability/testing/harness/one-machine/open-one-machine.ts';
import { checkEffects, checkMessages } from '../reliability/testing/harness/truth.ts';
import { until } from '../reliability/testing/harness/until.ts';
import { sizes } from '../reliability/testing/sizes.ts';
import { type CommandsDesk, commandsDesk } from './testing/commands-desk.ts';

interface Life extends OneMachine {
  readonly commands: CommandsDesk;
}
type Said = (life: Life, text: string) => Promise<string>;

/** How words reach commands-agent; each resolves to the command's id. Only the first is tried where not every crash is. */
const ways: Readonly<Record<string, Said>> = {
  'written in the chat': async ({ phone }, text) => {
    phone.say({ text }, null);
    return `whatsapp:${phone.said.at(-1)}`;
  },
  'handed in by a service': async ({ commands }, text) => {
    const externalId = `crash-${encodeURIComponent(text)}`;
    await until(`"${text}" to be taken`, () => commands.handIn({ externalId, text }));
    return `test:${externalId}`;
  },
};

const isOfSmallTalk = (point: string) => point.endsWith('-small-talk-answered');

/** The machine may die at a later point while it lists them. */
const actionsOf = ({ commands }: Life, commandId: string) =>
  until(`the actions of ${commandId} to be listed`, () => commands.actionsOf(commandId));

/** From the words to what they asked for, with a yes in between: everything once. */
async function wishLives(life: Life, say: Said, point: string): Promise<void> {
  const { phone, target, commands, machine } = life;
  const commandId = await say(life, `todo: something ${point}`);
  const actionId = await until(
    `the action of ${commandId}`,
    async () => (await commands.read(commandId))?.actionId ?? null,
  );
  expect(await actionsOf(life, commandId)).toEqual([actionId]);
  phone.tap(await asked(life, actionId), 'Approve');
  const view = await reached(life, actionId, 'completed', 'failed');
  expect(view.status).toBe('completed');
  checkEffects(view, effectsIn({ target, phone }));
  checkMessages(phone.messages, machine.deaths);
}

/** From a greeting to its answer, which comes once, and of which no action comes. */
async function greetingLives(life: Life): Promise<void> {
  const { phone, commands, machine } = life;
  const commandId = await ways['written in the chat']?.(life, 'hello');
  const isAnswer = ({ key }: { readonly key: string }) => key.startsWith('notice:greeting:');
  await until('the answer to hello', () => phone.messages.find(isAnswer) ?? null);
  await until('the greeting to be settled', async () => (await commands.read(commandId ?? ''))?.failure ?? null);
  expect(await actionsOf(life, commandId ?? '')).toEqual([]);
  checkMessages(phone.messages, machine.deaths);
}

interface Lane {
  readonly point: string;
  readonly how: string;
  readonly live: (life: Life) => Promise<void>;
}

const lanes: readonly Lane[] = crashPointNames.flatMap((point) =>
  isOfSmallTalk(point)
    ? [{ point, how: 'greeted in the chat', live: greetingLives }]
    : Object.entries(ways)
        .slice(0, sizes.everyCrash ? undefined : 1)
        .map(([how, say]) => ({ point, how, live: (life: Life) => wishLives(life, say, point) })),
);

/** Dies at the point and is started again by itself. Resolves to how often it was started again. */
const dying = ({ point, live }: Lane): Promise<number> =>
  inOneMachine({}, async (world) => {
    await world.machine.start({ INTEXURAOS_CRASH_AT: `${point}:1` });
    const life = { ...world, commands: commandsDesk(world) };
    return (await keptAlive(world.machine, () => live(life))).restartedAt.length;
  });

/** Most of the time is spent waiting for what another service had begun, until its lease of 30 s is over. */
const width = 10;

test(
  'killed at each of its points and started again, commands-agent makes one action of a wish and none of a greeting',
  async () => {
    const deaths = await inParallel(lanes, width, async (lane) => `${lane.point}, ${lane.how}: ${await dying(lane)}`);
    expect(deaths).toEqual(lanes.map(({ point, how }) => `${point}, ${how}: 1`));
  },
  lanes.length * 30_000,
);
