import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { actionTypeNames } from '../action-types/index.ts';
import { describeAgent } from '../testing/describe-agent.ts';

const Types = z.object({
  types: z.array(
    z.object({
      name: z.string(),
      verb: z.string(),
      payload: z.object({ properties: z.record(z.string(), z.unknown()) }),
    }),
  ),
});

describeAgent('GET /actions/types', (stage) => {
  test('names every type, how it is asked about, and what it is made of', async () => {
    const { status, data } = await stage.somebody().get('/actions/types');
    expect(status).toBe(200);
    const { types } = Types.parse(data);
    expect(types.map(({ name }) => name)).toEqual(actionTypeNames);
    expect(types.find(({ name }) => name === 'todo')).toMatchObject({
      verb: 'Create a to-do',
      payload: { properties: { priority: { enum: ['low', 'medium', 'high', 'urgent'] } } },
    });
  });
});
