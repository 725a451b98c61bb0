import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { hasEmulators } from '../reliability/testing/harness/cloud/emulators.ts';
import { type Cloud, openCloud } from '../reliability/testing/harness/cloud/open-cloud.ts';
import { atRest, timelineOf, viewOf } from '../reliability/testing/harness/life.ts';
import { checkMessages, checkTimeline } from '../reliability/testing/harness/truth.ts';
import type { ActionView } from '../reliability/testing/harness/wire.ts';
import { converse } from '../reliability/testing/techniques/conversations.ts';

const describeInCloud = (await hasEmulators()) ? describe : describe.skip;
const Items = z.object({ data: z.object({ items: z.array(z.object({ title: z.string() })) }) });

describeInCloud('four programs on Firestore and Pub/Sub', () => {
  let cloud: Cloud;
  let views: readonly ActionView[] = [];

  beforeAll(async () => {
    cloud = await openCloud({ withWorkspace: true });
    expect(await cloud.machine.start()).toBe('ready');
    const ids = await converse(cloud, 'story');
    await atRest(cloud);
    views = await Promise.all([...ids.values()].map((id) => viewOf(cloud, id)));
  }, 120_000);
  afterAll(() => cloud?.close());

  async function itemsMade(): Promise<readonly string[]> {
    const answer = await fetch(`${cloud.addresses.workspace}/items?limit=100`, {
      headers: await cloud.access.asPerson(),
    });
    return Items.parse(await answer.json()).data.items.map(({ title }) => title);
  }

  test('carry out what the person said yes to on WhatsApp, once, and nothing else', async () => {
    const approved = views.filter(({ status }) => status === 'completed').map(({ title }) => title);
    expect(approved.length).toBeGreaterThan(6);
    expect((await itemsMade()).toSorted()).toEqual(approved.toSorted());
  });

  test('leave what the person said no to', () => {
    expect(views.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  });

  test('keep a timeline without a gap, and tell everything once', async () => {
    const timelines = await Promise.all(views.map(({ id }) => timelineOf(cloud, id)));
    const checks = views.map((view, at) => () => checkTimeline(view, timelines[at] ?? []));
    for (const check of [...checks, () => checkMessages(cloud.phone.messages, [])]) expect(check).not.toThrow();
  });

  test('take each push at its first delivery, with the token that Google would send', async () => {
    await cloud.pubsub.idle();
    expect(cloud.pubsub.pushes().filter(({ status, attempt }) => status !== 204 || attempt !== 1)).toEqual([]);
    expect(cloud.pubsub.pushes().length).toBeGreaterThan(50);
  });
});
