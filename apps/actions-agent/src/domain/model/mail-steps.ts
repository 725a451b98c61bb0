import { kindOf } from '../due.ts';
import { nextStep } from '../next-step.ts';
import type { Step } from './explore.ts';
import { jobs } from './jobs.ts';
import { canSpend, posted, type Rules, spent, without, withWorker } from './rules.ts';
import { chance, own } from './step.ts';
import { modelContext } from './types.ts';
import { contentOf, type Mail, type Question, type World } from './world.ts';
import { begun, written } from './writing.ts';

/** What is due is told; what was told arrives, once, twice, late or never. */
export const mailSteps = (world: World, rules: Rules): readonly Step<World>[] => [
  ...world.action.due.flatMap(({ key }) => tellings(world, key, rules)),
  ...world.mail.flatMap((mail) => deliveries(world, mail, rules)),
];

function questionOf(world: World, key: string): Question | null {
  const { action } = world;
  if (action.status !== 'awaiting_approval' || action.ask === null) return null;
  const { id: askId, version } = action.ask;
  return { key, askId, version, round: action.asksMade, shows: contentOf(action) };
}

const isAskedOtherwise = ({ seen, mail }: World, { key, shows }: Question) =>
  [...seen, ...mail.flatMap((sent) => (sent.kind === 'question' ? [sent.question] : []))].some(
    (other) => other.key === key && other.shows !== shows,
  );

/** A sweep gives those who were told the time to do something about it; what comes twice has its own limit. */
const isLookedAt = ({ mail, workers }: World) =>
  [...mail, ...workers.map(({ from }) => from)].some((told) => told?.kind === 'created');

/** Tells one due entry: whoever decided it does so at once, a sweep does when that process died. */
function tellings(world: World, key: string, rules: Rules): readonly Step<World>[] {
  if (kindOf({ key }) === 'created') {
    if (isLookedAt(world)) return [];
    const { version } = world.action;
    const to = posted(world, { kind: 'created', id: `created v${version}`, version });
    return to === world ? [] : [own('tell created', to)];
  }
  const question = questionOf(world, key);
  const sent =
    question === null ? world : posted(world, { kind: 'question', id: `${key} ${question.shows}`, question });
  const broken =
    question !== null && isAskedOtherwise(world, question) ? 'one message key stands for one question' : null;
  const marked = rules.reducer.change(world.action, jobs.told(key));
  return [
    ...(marked === null
      ? []
      : [own(`tell ${key}`, { ...written(sent, marked, null), broken: broken ?? marked.broken })]),
    ...(question !== null && canSpend(world, 'crash') ? [chance(`tell ${key} and CRASH`, spent(sent, 'crash'))] : []),
  ];
}

function deliveries(world: World, mail: Mail, rules: Rules): readonly Step<World>[] {
  const rest = { ...world, mail: without(world.mail, mail) };
  const delivered = received(rest, mail, rules);
  if (delivered === null) return [];
  const kept = canSpend(world, 'twice') ? received(spent(world, 'twice'), mail, rules) : null;
  const lost = mail.kind === 'question' && canSpend(world, 'undelivered');
  return [
    own(`deliver ${mail.id}`, delivered),
    ...(kept === null ? [] : [chance(`deliver ${mail.id}, to come again`, kept)]),
    ...(lost
      ? [
          chance(
            `${mail.id} does not arrive`,
            begun(spent(rest, 'undelivered'), jobs.delivery(mail.question.key, 'failed'), rules),
          ),
        ]
      : []),
  ];
}

/** The world after one message was taken in; null while nobody is free to take it. */
function received(world: World, mail: Mail, rules: Rules): World | null {
  const { action } = world;
  if (mail.kind === 'question') return shown(world, mail.question, rules);
  if (world.workers.length >= rules.workersMax) return null;
  if (mail.kind === 'reply') return answered(world, mail, rules);
  if (mail.version < action.version) return world;
  if (nextStep(action, modelContext) !== 'prepare') return begun(world, jobs.process(action), rules, mail);
  return withWorker(world, { at: 'prepare', version: action.version, from: mail });
}

function shown(world: World, question: Question, rules: Rules): World {
  const { key } = question;
  if (rules.messengerKeepsKeys && world.seen.some((seen) => seen.key === key)) return world;
  return begun({ ...world, seen: [...world.seen, question] }, jobs.delivery(key, 'sent'), rules);
}

function answered(world: World, mail: Extract<Mail, { kind: 'reply' }>, rules: Rules): World {
  const { says, evidence, quotes, meant, round, isLate } = mail.reply;
  const { ask, asksMade, status } = world.action;
  const acting = { by: 'anna', channel: 'whatsapp-text', evidence } as const;
  if (says === 'no') return begun(world, jobs.order({ name: 'reject', ...acting, reason: null }), rules, mail);
  if (says === 'unclear') {
    return ask === null
      ? world
      : begun(world, jobs.order({ name: 'clarify', ...acting, askId: ask.id, hint: null }), rules, mail);
  }
  if (quotes !== null) {
    const { askId, version } = quotes;
    const yes = { evidence, meant, isLate, askId, isQuoted: true };
    return begun(world, jobs.approve(yes, version, true), rules, mail, yes);
  }
  const isMeant = status === 'awaiting_approval' && ask !== null && ask.delivery.status !== 'due' && round >= asksMade;
  if (!isMeant) return world;
  const yes = { evidence, meant, isLate, askId: ask.id, isQuoted: false };
  return begun(world, jobs.approve(yes, ask.version, true), rules, mail, yes);
}
