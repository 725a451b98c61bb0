import { AppError } from '@intexuraos/kernel';
import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';

describeAgent('GET /actions/:actionId/preview', (stage) => {
  const preview = '/internal/calendar/preview';

  test('shows the facts as they were worked out before the question, and asks nobody again', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked({
      type: 'calendar',
      title: 'Dentist',
      payload: { prompt: 'dentist tomorrow at 3 pm' },
    });
    const calls = stage.agent.neighbours.received(preview).length;
    const { status, data } = await anna.get(`/actions/${action.id}/preview`);
    expect([status, data]).toEqual([
      200,
      {
        actionId: action.id,
        userId: anna.userId,
        status: 'ready',
        summary: 'dentist tomorrow at 3 pm',
        start: '2026-12-02T15:00:00+01:00',
        end: '2026-12-02T16:00:00+01:00',
        location: 'Main Street 1',
        reasoning: 'tomorrow at three',
        generatedAt: expect.stringMatching(/^2026-12-01T/),
      },
    ]);
    expect(stage.agent.neighbours.received(preview)).toHaveLength(calls);
  });

  test('counts "tomorrow" from when it was said, however late the facts are worked out again', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked({ type: 'calendar', payload: { prompt: 'dentist tomorrow at 3 pm' } });
    await stage.agent.clock.advance(14 * 60 * 60_000);
    await anna.patch(`/actions/${action.id}`, { title: 'Doctor' });
    await stage.agent.settle();
    const calls = stage.agent.neighbours.received(preview).slice(-2);
    expect(calls.map(({ body }) => body)).toEqual([
      expect.objectContaining({ currentDate: action.createdAt, timeZone: 'Europe/Warsaw', language: 'en' }),
      expect.objectContaining({
        currentDate: action.createdAt,
        payload: expect.objectContaining({ summary: 'Doctor' }),
      }),
    ]);
  });

  test('tells of a reminder why its time cannot be read', async () => {
    const anna = stage.somebody();
    const error = '"Christmas" cannot be read';
    stage.agent.neighbours.plays(preview, () => ({
      status: 'failed',
      summary: 'x',
      timeZone: 'UTC',
      error,
      reasoning: error,
    }));
    const { message } = await anna.isAsked({ type: 'reminder', payload: { prompt: 'call mum on Christmas at 5pm' } });
    expect(message.message).toContain(`Not possible yet: ${error}`);
  });

  test('does not offer what has begun while its facts were worked out', async () => {
    const anna = stage.somebody();
    stage.agent.neighbours.plays(preview, () => ({
      summary: 'Call',
      start: '2026-11-01T10:00:00Z',
      end: '2026-11-01T11:00:00Z',
      timeZone: 'UTC',
      status: 'ready',
      reasoning: 'x',
    }));
    const { message } = await anna.isAsked({ type: 'calendar', title: 'Call in a minute' });
    expect(message.message).toContain('Not possible yet: the event would lie in the past');
  });

  test('is pending until they are', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates({ type: 'calendar' });
    expect((await anna.get(`/actions/${id}/preview`)).data).toEqual({
      actionId: id,
      userId: anna.userId,
      status: 'pending',
      generatedAt: null,
    });
  });

  test('says what is missing', async () => {
    const anna = stage.somebody();
    stage.agent.neighbours.plays(preview, () => ({
      status: 'failed',
      summary: 'Dentist',
      timeZone: 'Europe/Warsaw',
      missing: ['start'],
      error: 'At what time?',
      reasoning: 'no time was named',
    }));
    const { action } = await anna.isAsked({ type: 'calendar', title: 'Dentist' });
    stage.agent.neighbours.plays(preview, () => {
      throw new AppError('UNAVAILABLE', 'not used any more');
    });
    expect((await anna.get(`/actions/${action.id}/preview`)).data).toMatchObject({
      status: 'failed',
      error: 'At what time?',
      reasoning: 'no time was named',
    });
  });

  test('of a type that sends what was said there is nothing to work out', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    expect((await anna.get(`/actions/${id}/preview`)).data).toEqual({
      actionId: id,
      userId: anna.userId,
      status: 'ready',
      generatedAt: null,
    });
  });
});
