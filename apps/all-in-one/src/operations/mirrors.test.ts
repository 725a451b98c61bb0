import { describe, expect, test } from '@jest/globals';
import { inParallel } from '../reliability/testing/harness/in-parallel.ts';
import { keptAlive } from '../reliability/testing/harness/keep-alive.ts';
import { until } from '../reliability/testing/harness/until.ts';
import { inMirrorWorld, type MirrorWorld, mirrored, mirroredItem, mirroredKinds } from './testing/mirrored-items.ts';

const patienceMs = 180_000;

/** What is kept here is also there, once, and its page leads there. */
async function expectOnceEach(world: MirrorWorld): Promise<void> {
  for (const kind of mirroredKinds) {
    const item = await mirroredItem(world, kind);
    expect(item).toMatchObject({ pending: false, problem: null, can: expect.not.arrayContaining(['mirror']) });
    expect(item.found?.mirror).toMatchObject({
      platform: mirrored[kind].platform,
      url: expect.stringMatching(/^http/),
    });
    expect([kind, world.copies(kind)]).toEqual([kind, 1]);
  }
}

const lookAt = (
  world: MirrorWorld,
  what: string,
  isIt: (item: NonNullable<Awaited<ReturnType<MirrorWorld['item']>>>) => boolean,
) =>
  until(what, async () => {
    const item = await world.item('note');
    return item !== null && isIt(item) ? item : null;
  });

describe('what was approved', () => {
  test(
    'also appears, once, where its owner has an account: notes and to-dos in Notion, events in Google Calendar, issues in Linear',
    async () => {
      await inMirrorWorld(async (world) => {
        await world.machine.start();
        await world.connect();
        await Promise.all(mirroredKinds.map(world.approve));
        await expectOnceEach(world);
      });
    },
    patienceMs,
  );

  test(
    'appears there once, though the machine is killed while it is put there and started again',
    async () => {
      // Each time another of the four is under way, and has come another way.
      const points = ['before-begin:1', 'before-operation:2', 'after-operation:3', 'after-end:4'];
      await inParallel(points, 4, (point) =>
        inMirrorWorld(async (world) => {
          await world.machine.start({ INTEXURAOS_CRASH_AT: point });
          await world.connect();
          const { restartedAt } = await keptAlive(world.machine, async () => {
            await Promise.all(mirroredKinds.map(world.approve));
            await expectOnceEach(world);
          });
          expect([point, restartedAt.length]).toEqual([point, 1]);
        }),
      );
    },
    patienceMs,
  );

  test(
    'stays here alone where its owner has no account, or has switched it off; each can still be sent there by hand',
    async () => {
      await inMirrorWorld(async (world) => {
        await world.machine.start();
        await world.approve('note');
        const alone = await lookAt(world, 'the note', ({ can }) => can.includes('mirror'));
        expect(alone).toMatchObject({ pending: false, problem: null, found: null });
        await world.call('POST', `/items/note/${alone.id}/mirror`, {});
        const refused = await lookAt(world, 'the reason', ({ problem }) => problem !== null);
        expect(refused.problem).toContain('No account of Notion is connected');
        expect(refused.can).toContain('mirror');

        await world.connect();
        expect((await world.call('PUT', '/mirrors', { kind: 'linear', isOn: false })).status).toBe(200);
        await world.approve('linear');
        await until(
          'the issue to be left alone',
          async () => (await world.item('linear'))?.can.includes('mirror') || null,
        );
        expect([world.copies('linear'), world.copies('note')]).toEqual([0, 0]);

        expect((await world.call('POST', `/items/note/${alone.id}/mirror`, {})).status).toBe(202);
        await mirroredItem(world, 'note');
        expect((await world.call('POST', `/items/note/${alone.id}/mirror`, {})).status).toBe(409);
        expect(world.copies('note')).toBe(1);
      });
    },
    patienceMs,
  );

  test(
    'whose copy nobody knows the end of says so, on its page and on the phone, and is looked for before it is sent again',
    async () => {
      await inMirrorWorld(async (world) => {
        const { notion } = world.standIns;
        await world.machine.start();
        await world.connect();
        notion.plan('cut after the effect');
        notion.always(500);
        await world.approve('note');
        const unknown = await lookAt(world, 'nobody to know', ({ problem }) => problem !== null);
        expect(unknown).toMatchObject({ found: null, pending: false, can: expect.arrayContaining(['mirror']) });
        expect(unknown.problem).toContain('It may be there');
        await until(
          'the person to be told',
          () => world.phone.messages.find(({ key }) => key.startsWith('operation-unknown:')) ?? null,
        );
        notion.always(null);
        await world.call('POST', `/items/note/${unknown.id}/mirror`, {});
        await mirroredItem(world, 'note');
        expect(world.copies('note')).toBe(1);
      });
    },
    patienceMs,
  );
});
