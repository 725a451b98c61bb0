import { z } from 'zod';
import { exitCodes } from '../cli-error.ts';
import type { CliCommand } from './define.ts';

export const removeConnection: CliCommand = {
  words: ['connections', 'remove'],
  takes: 'ID [--yes]',
  namesMin: 1,
  namesMax: 1,
  summary: 'destroys its secret, here and where possible on the platform',
  options: { yes: { type: 'boolean' } },
  async run({ api, names: [id = ''], options, print, confirm }) {
    if (options['yes'] !== true && !(await confirm('Disconnect it?'))) return exitCodes.failed;
    const answer = await api.remove(`/connections/${encodeURIComponent(id)}`, z.object({ revoked: z.boolean() }));
    print(answer, answer.revoked ? 'Disconnected, also on its side' : 'Disconnected. End its access on its side too.');
    return exitCodes.done;
  },
};
