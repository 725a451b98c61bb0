import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineTopic } from '@intexuraos/contracts';
import { silentLogger } from '@intexuraos/kernel';
import { type Consumer, messageOf } from '@intexuraos/messaging';
import { defineCollection, type Write } from '@intexuraos/storage';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type LocalPlatform, openLocalPlatform } from './local.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });
const notes = defineCollection({
  name: 'notes',
  parse: (data) => z.object({ n: z.number() }).parse(data),
  indexes: [],
});

let folder: string;
let platform: LocalPlatform;
const open = () => openLocalPlatform({ file: join(folder, 'store.db'), log: silentLogger });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-'));
  platform = open();
});
afterEach(async () => {
  await platform.carrier.drain();
  await platform.close();
  rmSync(folder, { recursive: true });
});

const message = (n: number) => messageOf(noted, { type: 'test.noted', n });
const creation = (n: number): Write => ({ kind: 'create', collection: notes, id: 'one', data: { n } });

/** Notes the numbers that it hears. */
function reader(heard: number[], answer: Promise<'ack'>): Consumer {
  const deliver: Consumer['deliver'] = ({ data }) => {
    heard.push(Noted.parse(data).n);
    return answer;
  };
  return { name: 'reader', topic: noted, deliver };
}

test('the messages of a commit are published if its writes happen, and only then', async () => {
  const heard: number[] = [];
  platform.carrier.attach(reader(heard, Promise.resolve('ack')));
  const commit = (n: number) => platform.commitAndPublish?.([creation(n)], 'soon', [message(n)]);
  expect(await commit(1)).toMatchObject({ outcome: 'committed' });
  expect(await commit(2)).toEqual({ outcome: 'conflict', index: 0 });
  await platform.store.commit([{ kind: 'put', collection: notes, id: 'other', data: { n: 3 } }]);
  expect(heard).toEqual([1]);
});

test('what was not acknowledged before the process ended is delivered by the next one, beside what was written', async () => {
  platform.carrier.attach(reader([], Promise.withResolvers<'ack'>().promise));
  await platform.commitAndPublish?.([creation(1)], 'soon', [message(1)]);
  await platform.close();
  platform = open();
  const again = Promise.withResolvers<number>();
  platform.carrier.attach({
    name: 'reader',
    topic: noted,
    deliver: async ({ data }) => {
      again.resolve(Noted.parse(data).n);
      return 'ack';
    },
  });
  expect(await again.promise).toBe(1);
  expect((await platform.store.get(notes, 'one'))?.data).toEqual({ n: 1 });
});
