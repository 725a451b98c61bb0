import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeAgent } from '../testing/describe-agent.ts';

const Found = z.object({ actions: z.array(z.object({ id: z.string() })) });

describeAgent('POST /actions/batch', (stage) => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `unknown-${at}`);

  test('gives the actions in the order of the ids', async () => {
    const anna = stage.somebody();
    const [one, two] = [await anna.creates(), await anna.creates()];
    const { status, data } = await anna.post('/actions/batch', { actionIds: [two.id, one.id] });
    expect([status, Found.parse(data).actions.map(({ id }) => id)]).toEqual([200, [two.id, one.id]]);
  });

  describe('D39:', () => {
    test.each([
      ['no ids', []],
      ['51 ids', ids(51)],
      ['an id with a slash', ['a/b']],
      ['an id that is no text', [7]],
    ])('%s are 422', async (_, actionIds) => {
      const { status, error } = await stage.somebody().post('/actions/batch', { actionIds });
      expect([status, error?.code]).toEqual([422, 'VALIDATION_FAILED']);
    });
    test('50 ids are taken', async () => {
      expect((await stage.somebody().post('/actions/batch', { actionIds: ids(50) })).data).toEqual({ actions: [] });
    });
    test('an id given twice is answered once', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const { status, data } = await anna.post('/actions/batch', { actionIds: [id, id, id] });
      expect([status, Found.parse(data).actions]).toEqual([200, [expect.objectContaining({ id })]]);
    });
    test('unknown, deleted and foreign ids are left out without a word', async () => {
      const [anna, boris] = [stage.somebody(), stage.somebody()];
      const [own, deleted, foreign] = [await anna.creates(), await anna.creates(), await boris.creates()];
      await anna.delete(`/actions/${deleted.id}`);
      const { status, data } = await anna.post('/actions/batch', {
        actionIds: ['unknown', deleted.id, foreign.id, own.id],
      });
      expect([status, Found.parse(data).actions]).toEqual([200, [expect.objectContaining({ id: own.id })]]);
    });
  });
});
