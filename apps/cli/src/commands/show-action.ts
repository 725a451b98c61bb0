import { findAction } from '../action.ts';
import { exitCodes } from '../cli-error.ts';
import { questionOf, standingOf } from '../show.ts';
import type { CliCommand } from './define.ts';

export const showAction: CliCommand = {
  words: ['actions', 'show'],
  takes: 'ID|CODE',
  namesMin: 1,
  namesMax: 1,
  summary: 'what exactly it would do, and how it stands',
  options: {},
  async run({ api, names: [name = ''], print }) {
    const action = await findAction(api, name);
    print({ action }, `${questionOf(action)}\n${standingOf(action)}`);
    return exitCodes.done;
  },
};
