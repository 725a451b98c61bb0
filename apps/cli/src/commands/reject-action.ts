import { actionPath, findAction, OneAction } from '../action.ts';
import { exitCodes } from '../cli-error.ts';
import { standingOf } from '../show.ts';
import type { CliCommand } from './define.ts';

export const rejectAction: CliCommand = {
  words: ['actions', 'reject'],
  takes: 'ID|CODE',
  namesMin: 1,
  namesMax: 1,
  summary: 'says no',
  options: {},
  async run({ api, names: [name = ''], print }) {
    const { id } = await findAction(api, name);
    const { action } = await api.send('PATCH', actionPath(id), OneAction, { body: { status: 'rejected' } });
    print({ action }, `${action.wording.title}\n${standingOf(action)}`);
    return exitCodes.done;
  },
};
