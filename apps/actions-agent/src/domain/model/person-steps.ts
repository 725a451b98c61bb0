import type { Command } from '../commands.ts';
import type { Step } from './explore.ts';
import { jobs } from './jobs.ts';
import { type Job, memoized } from './reducer.ts';
import { canSpend, posted, type Rules, spent } from './rules.ts';
import { chance } from './step.ts';
import { behind } from './types.ts';
import { type Chance, contentOf, type Question, type Reply, type World } from './world.ts';
import { begun } from './writing.ts';

const web = { by: 'anna', channel: 'web' } as const;

/** Everything that the person may do. */
export function personSteps(world: World, rules: Rules): readonly Step<World>[] {
  return [
    ...world.seen.flatMap((question) => replies(world, question)),
    ...(canSpend(world, 'unquoted') ? unquoted(world) : []),
    ...(canSpend(world, 'web') ? pageSteps(world, rules) : []),
    ...orders(world, rules),
  ];
}

const isOver = ({ action }: World) => action.status === 'awaiting_approval' && action.ask?.expiresAt === behind;

function said(
  world: World,
  reply: Omit<Reply, 'round' | 'evidence' | 'isLate'>,
  budget: 'yes' | 'no' | 'unclear' | 'unquoted',
): Step<World> {
  const evidence = `${budget}${world.left[budget]}`;
  const round = Math.max(...world.seen.map((question) => question.round));
  const isLate = isOver(world) && (reply.quotes === null || reply.quotes.askId === world.action.ask?.id);
  const about = reply.quotes === null ? '' : ` to ${reply.quotes.key}`;
  const id = `${reply.says} ${evidence}${about} ${reply.meant}${isLate ? ' late' : ''} ${round}`;
  const full = { ...reply, evidence, round, isLate };
  return chance(
    `the person says ${reply.says}${about}`,
    posted(spent(world, budget), { kind: 'reply', id, reply: full }),
  );
}

function replies(world: World, quotes: Question): readonly Step<World>[] {
  const words = (['yes', 'no', 'unclear'] as const).filter((says) => canSpend(world, says));
  return words.map((says) => said(world, { says, quotes, meant: quotes.shows }, says));
}

/** Who quotes nothing means the newest question: it says that it changed, even where an older one came after it. */
function unquoted(world: World): readonly Step<World>[] {
  const [newest] = world.seen.toSorted((one, other) => other.round - one.round);
  return newest === undefined ? [] : [said(world, { says: 'yes', quotes: null, meant: newest.shows }, 'unquoted')];
}

function pageSteps(world: World, rules: Rules): readonly Step<World>[] {
  const { action, page } = world;
  if (page === null || !page.isCurrent) {
    const shown = { shows: contentOf(action), version: action.version, isCurrent: true };
    return [chance('the person looks at the page', { ...world, page: shown })];
  }
  const evidence = `web${world.left.web}`;
  const yes = { evidence, meant: page.shows, isLate: false, askId: null, isQuoted: false };
  return [true, false].map((claims) => {
    const job = jobs.approve(yes, action.version, claims);
    return chance(
      `the person approves ${page.shows} on the page${claims ? ', to run now' : ''}`,
      begun(spent(world, 'web'), job, rules, null, yes),
    );
  });
}

interface Order {
  readonly limit: Chance;
  readonly job: Job;
}

const order = (limit: Chance, command: Command): Order => ({ limit, job: jobs.order(command) });

const ordersFor = memoized(({ version }): readonly Order[] => [
  order('edit', { name: 'edit', ...web, version, changes: { title: `t${version + 1}` } }),
  ...(['keyed', 'unsupported'] as const).map((type) =>
    order('retype', { name: 'edit', ...web, version, changes: { title: `t${version + 1}`, type } }),
  ),
  order('end', { name: 'reject', ...web, evidence: 'web', reason: null }),
  order('end', { name: 'archive', ...web, reason: null }),
  order('end', { name: 'delete', ...web }),
  order('end', { name: 'skipDuplicate', ...web }),
  order('end', { name: 'updateDuplicate', ...web, result: {} }),
  order('retry', { name: 'askAgain', ...web, confirmMayDuplicate: false }),
  order('retry', { name: 'askAgain', ...web, confirmMayDuplicate: true }),
]);

/** What the person wants on the page, where the table lets them. */
function orders(world: World, rules: Rules): readonly Step<World>[] {
  return ordersFor(world.action)
    .filter(({ limit, job }) => canSpend(world, limit) && rules.reducer.change(world.action, job) !== null)
    .map(({ limit, job }) => chance(`the person wants ${job.name}`, begun(spent(world, limit), job, rules)));
}
