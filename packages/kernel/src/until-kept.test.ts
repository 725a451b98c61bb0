import { expect, test } from '@jest/globals';
import { untilKept } from './until-kept.ts';

const losing = (times: number) => {
  let tries = 0;
  return async () => (++tries > times ? tries : null);
};

test('a change that somebody was faster than is made again, and given up when that never ends', async () => {
  expect(await untilKept('note', losing(4))).toBe(5);
  await expect(untilKept('note', losing(5))).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Somebody else is changing the same note; try again',
  });
});
