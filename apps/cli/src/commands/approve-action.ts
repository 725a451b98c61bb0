import { setTimeout } from 'node:timers/promises';
import { type Action, actionPath, findAction, OneAction } from '../action.ts';
import type { Api } from '../api.ts';
import { type ExitCode, exitCodes } from '../cli-error.ts';
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
    return codeOf(settled);
  },
};

/** What starts at a time of its own, as a reminder does, is done here once it is approved. */
function codeOf({ status, nextAttemptAt, failure }: Action): ExitCode {
  if (status === 'completed') return exitCodes.done;
  if (status === 'failed') return exitCodes.failed;
  if (status === 'rejected' || status === 'archived') return exitCodes.conflict;
  return nextAttemptAt !== null && failure === null ? exitCodes.done : exitCodes.underWay;
}

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
