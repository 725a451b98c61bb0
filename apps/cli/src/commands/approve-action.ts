import { setTimeout } from 'node:timers/promises';
import { type Action, actionPath, findAction, OneAction } from '../action.ts';
import type { Api } from '../api.ts';
import { exitCodes } from '../cli-error.ts';
import { questionOf, standingOf } from '../show.ts';
import type { CliCommand } from './define.ts';

/** The approval is for what was shown: `If-Match` carries it, so an edit that came between refuses it. */
export const approveAction: CliCommand = {
  words: ['actions', 'approve'],
  takes: 'ID|CODE [--yes]',
  namesMin: 1,
  namesMax: 1,
  summary: 'shows what will run, asks you, and has it run',
  options: { yes: { type: 'boolean' } },
  async run({ api, names: [name = ''], options, print, tell, confirm }) {
    const seen = await findAction(api, name);
    tell(questionOf(seen));
    if (options['yes'] !== true && !(await confirm('Do it?'))) return exitCodes.failed;
    const approval = { body: { status: 'processing' }, headers: { 'if-match': `"${seen.rev}"` } };
    const { action } = await api.send('PATCH', actionPath(seen.id), OneAction, approval);
    const settled = await settle(api, action);
    print({ action: settled }, standingOf(settled));
    return settled.status === 'failed' ? exitCodes.failed : exitCodes.done;
  },
};

const lookEveryMs = 100;
const looksMax = 250;

/** Waits for its end, unless that is for later. */
async function settle(api: Api, approved: Action): Promise<Action> {
  let action = approved;
  for (let look = 0; look < looksMax && isUnderWay(action); look += 1) {
    await setTimeout(lookEveryMs);
    action = (await api.get(actionPath(action.id), OneAction)).action;
  }
  return action;
}

const isUnderWay = ({ status, nextAttemptAt }: Action) =>
  status === 'processing' || (status === 'pending' && nextAttemptAt === null);
