import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeAgent } from '../testing/describe-agent.ts';
import { putDocument } from '../testing/seed-documents.ts';

const Timeline = z.object({
  events: z.array(
    z.object({
      seq: z.int(),
      event: z.string(),
      by: z.string(),
      channel: z.string(),
      status: z.string(),
      note: z.string().nullable(),
    }),
  ),
});

describeAgent('GET /actions/:actionId/events', (stage) => {
  const timelineOf = async (person: ReturnType<typeof stage.somebody>, id: string) =>
    Timeline.parse((await person.get(`/actions/${id}/events`)).data).events;

  test('tells who did what through which channel, oldest first', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked();
    await anna.says({ reaction: '👍' }, message);
    const events = await timelineOf(anna, action.id);
    expect(events.map(({ event, channel, status }) => `${event} (${channel}): ${status}`)).toEqual([
      'create (system): pending',
      'ask (system): awaiting_approval',
      'delivery (system): awaiting_approval',
      'approve (whatsapp-reaction): pending',
      'claim (system): processing',
      'complete (system): completed',
    ]);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(events[3]?.by).toBe(anna.userId);
  });

  test('is whole when it is longer than the document keeps', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    for (let edit = 1; edit <= 60; edit += 1) await anna.patch(`/actions/${id}`, { title: `title ${edit}` });
    const events = await timelineOf(anna, id);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 61 }, (_, at) => at + 1));
    const stored = z
      .object({ events: z.array(z.unknown()) })
      .parse(JSON.parse(stage.agent.store.documents()[`actions/${id}`] ?? ''));
    expect(stored.events).toHaveLength(50);
    expect(
      Object.keys(stage.agent.store.documents()).filter((key) => key.startsWith(`actions/*/events/${id}/`)),
    ).toHaveLength(11);
  });

  test('is whole however long it is', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const stored = z
      .looseObject({ events: z.array(z.looseObject({ seq: z.int() })) })
      .parse(JSON.parse(stage.agent.store.documents()[`actions/${id}`] ?? ''));
    const [first] = stored.events;
    for (let seq = 1; seq <= 1_234; seq += 1) {
      await putDocument(stage.agent.store, ['events', 'actions'], `${id}/${seq}`, { ...first, seq, actionId: id });
    }
    await putDocument(stage.agent.store, ['actions'], id, { ...stored, events: [{ ...first, seq: 1_235 }] });
    const events = await timelineOf(anna, id);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 1_235 }, (_, at) => at + 1));
  });
});
