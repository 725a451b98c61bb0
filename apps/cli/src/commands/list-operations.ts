import { z } from 'zod';
import { exitCodes } from '../cli-error.ts';
import type { CliCommand } from './define.ts';

const Operation = z.looseObject({
  platform: z.string(),
  action_type: z.string(),
  describe: z.string(),
  risk: z.string(),
  repeatable: z.string(),
});
const Operations = z.object({ operations: z.array(Operation) });

export const listOperations: CliCommand = {
  words: ['operations', 'list'],
  takes: '',
  namesMin: 0,
  namesMax: 0,
  summary: 'what can be done on outside platforms; --json has what each takes and gives',
  options: {},
  async run({ api, print }) {
    const answer = await api.get('/operations', Operations);
    const lines = answer.operations.map(({ platform, action_type, describe, risk, repeatable }) =>
      [
        `${platform}.${action_type}`.padEnd(32),
        `${risk} risk`.padEnd(11),
        `repeatable: ${repeatable}`.padEnd(19),
        describe,
      ].join('  '),
    );
    print(answer, lines.join('\n'));
    return exitCodes.done;
  },
};
