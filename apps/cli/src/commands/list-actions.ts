import { Actions } from '../action.ts';
import { exitCodes } from '../cli-error.ts';
import { lineOf } from '../show.ts';
import type { CliCommand } from './define.ts';

/** A page each, newest first; `--cursor` goes on where the last one ended. */
export const listActions: CliCommand = {
  words: ['actions', 'list'],
  takes: '[--status S,S] [--type T,T] [--limit N] [--cursor C]',
  namesMin: 0,
  namesMax: 0,
  summary: 'your actions, newest first',
  options: {
    status: { type: 'string' },
    type: { type: 'string' },
    limit: { type: 'string' },
    cursor: { type: 'string' },
  },
  async run({ api, options, print }) {
    const given = ['status', 'type', 'limit', 'cursor'].flatMap((name) => {
      const value = options[name];
      return typeof value === 'string' ? [[name, value]] : [];
    });
    const page = await api.get(`/actions?${new URLSearchParams(given).toString()}`, Actions);
    const more = page.nextCursor === null ? [] : [`More: --cursor ${page.nextCursor}`];
    const lines = page.actions.length === 0 ? ['There are none.'] : page.actions.map(lineOf);
    print(page, [...lines, ...more].join('\n'));
    return exitCodes.done;
  },
};
