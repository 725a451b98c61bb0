import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type House, startHouse } from './testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

const Listed = z.object({
  data: z.object({ actions: z.array(z.object({ type: z.string(), commandId: z.string() })) }),
});
const actions = async () => Listed.parse((await house.call('GET', '/actions')).body).data.actions;

test('a note that is written in a chat is asked about, and there after a yes', async () => {
  await house.reply({ text: 'note: call the plumber about the leak' });
  const ask = await house.heard('Save a note?');
  expect(ask.text).toContain('call the plumber about the leak');
  await house.reply({ text: 'yes', quotedWamid: ask.wamid });
  await house.heard('Done');
  expect(await actions()).toMatchObject([{ type: 'note', commandId: expect.stringMatching(/^whatsapp:wamid\./) }]);
  expect((await house.call('GET', '/items?kind=note')).body).toMatchObject({
    data: { items: [{ title: 'call the plumber about the leak' }] },
  });
});

test('a greeting in the chat is answered there, and becomes no action', async () => {
  const before = (await actions()).length;
  await house.reply({ text: 'thanks!' });
  await house.reply({ text: 'Hello' });
  await house.heard('Hello! Write me what you want');
  expect(await actions()).toHaveLength(before);
});
