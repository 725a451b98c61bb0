import { AppError } from '@intexuraos/kernel';
import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';

describeAgent('POST /actions/:actionId/retry', (stage) => {
  const notes = '/internal/notes';
  const plays = (answer: () => unknown) => stage.agent.neighbours.plays(notes, answer);
  const works = () => plays(() => ({ status: 'completed', message: 'Note saved' }));

  test('of what failed without an effect asks about a new version', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked({ type: 'note' });
    plays(() => ({ status: 'failed', message: 'no space' }));
    await anna.post(`/actions/${action.id}/execute`);
    works();
    const { status, data, headers } = await anna.post(`/actions/${action.id}/retry`);
    expect([status, data]).toEqual([
      200,
      { action: expect.objectContaining({ status: 'awaiting_approval', version: 2, attempts: 0, approval: null }) },
    ]);
    expect(headers['etag']).toMatch(/^"\d+"$/);
    await stage.agent.settle();
    const question = anna.phone(action.id).at(-1);
    expect(question?.message).toMatch(/^It failed before\. Save a note\?/);
    await anna.says('yes', question);
    expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    expect(
      stage.agent.neighbours
        .received(notes)
        .map(({ idempotencyKey }) => idempotencyKey)
        .filter((key) => key?.startsWith(action.id)),
    ).toEqual([`${action.id}:v1`, `${action.id}:v2`]);
  });

  test('of what may have happened keeps the version, and so the key: a target that takes keys does it once', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked({ type: 'note' });
    let calls = 0;
    plays(() => {
      calls += 1;
      if (calls <= 5) throw new AppError('INTERNAL_ERROR', 'it broke');
      return { status: 'completed', message: 'Note saved' };
    });
    await anna.post(`/actions/${action.id}/execute`);
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      await stage.agent.clock.advance(16 * 60_000);
      await stage.agent.sweep();
    }
    expect(await anna.action(action.id)).toMatchObject({
      status: 'failed',
      outcome: 'unknown',
      attempts: 5,
      needsAttention: 'OUTCOME_UNKNOWN',
    });
    const { data } = await anna.post(`/actions/${action.id}/retry`, { confirmMayDuplicate: true });
    expect(data).toMatchObject({ action: { status: 'awaiting_approval', version: 1, can: ['approve', 'execute'] } });
    await stage.agent.settle();
    const question = anna.phone(action.id).at(-1);
    const heard = await anna.says('no', question);
    expect(heard.map(({ message, messageKey }) => [messageKey.split(':')[0], message.split(':')[0]])).toEqual([
      ['clarify', 'It may have happened already, so it cannot be called off'],
    ]);
    await anna.says('yes', question);
    expect(await anna.action(action.id)).toMatchObject({ status: 'completed', needsAttention: null });
    expect(
      new Set(
        stage.agent.neighbours
          .received(notes)
          .map(({ idempotencyKey }) => idempotencyKey)
          .filter((key) => key?.startsWith(action.id)),
      ),
    ).toEqual(new Set([`${action.id}:v1`]));
  });

  test('of anything that has not failed is 409', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const before = stage.agent.store.documents();
    const { status, error } = await anna.post(`/actions/${id}/retry`);
    expect([status, error?.code]).toEqual([409, 'CONFLICT']);
    expect(stage.agent.store.changedSince(before)).toEqual([]);
  });

  test.each([{ confirmMayDuplicate: 'yes' }, { force: true }])('%j is 422', async (body) => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    expect((await anna.post(`/actions/${id}/retry`, body)).status).toBe(422);
  });
});
