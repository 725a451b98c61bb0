import type { Clock, JsonObject, Random } from '@intexuraos/kernel';
import type { Finding, RawCall } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { redact, redactFacts } from '../redact.ts';
import type { Pace } from './pace.ts';
import type { Failure, Performed, Wish } from './wish.ts';

export interface AttemptSettings {
  readonly pace: Pace;
  readonly clock: Clock;
  readonly random: Random;
  readonly attemptsMax: number;
  readonly backoffMs: number;
  /** Unix milliseconds. */
  readonly endsAt: number;
  /** One call with these credentials. */
  readonly callWith: (credentials: unknown) => RawCall;
}

/** What is known of the wish so far. */
interface Progress {
  attempts: number;
  /** How often the platform was asked what has become of an earlier try. */
  looks: number;
  /** An earlier try may have had its effect. */
  maybeDone: boolean;
  /** An earlier try may yet have it: that there is none is no proof then. */
  maybeLater: boolean;
  credentials: unknown;
  /** What of them must not be seen. */
  readonly secretsIn: (credentials: unknown) => unknown;
  hasRefreshed: boolean;
  failure: ConnectorError | null;
}

type Step = { readonly ended: Performed } | { readonly ended: null; readonly failure: ConnectorError };

/**
 * Tries until it is done, until it is certain that it is not done, or until nobody can tell. Another try is made only
 * where nothing can have happened, where the platform has one effect per key, or where it had answered, was asked and has
 * none.
 */
export async function attempts(wish: Wish, settings: AttemptSettings): Promise<Performed> {
  const progress: Progress = {
    attempts: 0,
    looks: 0,
    maybeDone: wish.began && wish.bound.effect === 'change',
    maybeLater: false,
    credentials: undefined,
    secretsIn: wish.connector.secretsIn,
    hasRefreshed: false,
    failure: null,
  };
  for (;;) {
    const step = await attempt(wish, progress, settings).catch((error: unknown) => stepOf(error));
    if (step.ended !== null) return step.ended;
    const next = await afterFailure(step.failure, wish, progress, settings);
    if (next !== null) return next;
  }
}

async function attempt(wish: Wish, progress: Progress, settings: AttemptSettings): Promise<Step> {
  const { account, bound } = wish;
  progress.credentials ??= await account.credentials();
  const finding = await lookFirst(wish, progress, settings);
  if (finding?.found === 'done') return { ended: done(finding.output, progress) };
  if (finding?.found === 'unclear') return { ended: unsure(progress.failure ?? cannotTell(wish), progress) };
  if (finding?.found === 'nothing') {
    if (progress.maybeLater) return { ended: null, failure: progress.failure ?? cannotTell(wish) };
    progress.maybeDone = false;
  }
  await waitForTurn(wish, settings);
  progress.attempts += 1;
  return { ended: done(await bound.run(settings.callWith(progress.credentials)), progress) };
}

/** Before a second effect becomes possible, the platform is asked whether there is a first one. */
async function lookFirst(
  { bound }: Wish,
  progress: Progress,
  { callWith }: AttemptSettings,
): Promise<Finding<JsonObject> | null> {
  const { maybeDone, credentials } = progress;
  if (!maybeDone || bound.repeatable) return null;
  progress.looks += 1;
  return bound.reconcile === null ? { found: 'unclear' } : bound.reconcile(callWith(credentials));
}

async function waitForTurn({ account, connector }: Wish, { pace, clock, endsAt }: AttemptSettings): Promise<void> {
  const waitMs = pace.take(account.id, connector.pace, endsAt - clock.now());
  if (waitMs > endsAt - clock.now()) {
    throw new ConnectorError('RATE_LIMITED', `${connector.title} takes no more calls of this account for now`, {
      retryAfterMs: waitMs,
    });
  }
  if (waitMs > 0) await clock.sleep(waitMs);
}

/** What nobody expected may have struck after the effect, so it counts as that. */
function stepOf(error: unknown): Step {
  if (error instanceof ConnectorError) return { ended: null, failure: error };
  const failure = new ConnectorError('BAD_DOWNSTREAM_RESPONSE', 'Something unexpected happened', { cause: error });
  return { ended: null, failure };
}

/** Null: try again now. */
async function afterFailure(
  error: ConnectorError,
  wish: Wish,
  progress: Progress,
  settings: AttemptSettings,
): Promise<Performed | null> {
  const { pace, clock, endsAt } = settings;
  progress.failure = error;
  if (error.code === 'CONNECTION_EXPIRED' && !progress.hasRefreshed && progress.credentials !== undefined) {
    progress.hasRefreshed = true;
    return renew(wish, progress);
  }
  if (error.code === 'RATE_LIMITED' && error.retryAfterMs) pace.block(wish.account.id, error.retryAfterMs);
  const { happened } = error.meaning;
  if (happened !== 'no' && wish.bound.effect === 'change') progress.maybeDone = true;
  if (happened === 'not_yet') progress.maybeLater = true;
  const waitMs = Math.max(error.retryAfterMs ?? 0, backoffMs(progress, settings));
  const triesMade = Math.max(progress.attempts, progress.looks);
  const isOver = triesMade >= settings.attemptsMax || clock.now() + waitMs >= endsAt;
  if (!isOver && (progress.maybeDone ? canFindOut(wish, error) : error.meaning.again)) {
    await clock.sleep(waitMs);
    return null;
  }
  return conclude(error, wish, progress, settings);
}

/** Another try is no risk where the platform has one effect per key, or can be asked first. */
const canFindOut = ({ bound }: Wish, { meaning }: ConnectorError) =>
  bound.repeatable ? meaning.again : bound.reconcile !== null;

async function renew({ account }: Wish, progress: Progress): Promise<Performed | null> {
  try {
    progress.credentials = await account.credentials(progress.credentials);
    return null;
  } catch (error) {
    if (error instanceof ConnectorError) return settle(error, progress);
    throw error;
  }
}

const backoffMs = ({ attempts: made, looks }: Progress, { backoffMs: base, random }: AttemptSettings) =>
  random.fraction() * base * 2 ** Math.max(0, made - 1, looks - 1);

/** The last word: where an effect is possible, the platform is asked once more before "unknown" is said. */
async function conclude(
  error: ConnectorError,
  wish: Wish,
  progress: Progress,
  { callWith }: AttemptSettings,
): Promise<Performed> {
  if (progress.maybeDone && wish.bound.reconcile !== null && progress.credentials !== undefined) {
    const finding = await wish.bound.reconcile(callWith(progress.credentials)).catch(() => null);
    if (finding?.found === 'done') return done(finding.output, progress);
    if (finding?.found === 'nothing') progress.maybeDone = progress.maybeLater;
  }
  return settle(error, progress);
}

const settle = (error: ConnectorError, progress: Progress): Performed =>
  progress.maybeDone ? unsure(error, progress) : notDone(error, progress);

const done = (output: JsonObject, progress: Progress): Performed => ({
  outcome: 'executed',
  output,
  attempts: progress.attempts,
});
const unsure = (error: ConnectorError, progress: Progress): Performed => ({
  outcome: 'unknown',
  failure: failureOf(error, progress),
  attempts: progress.attempts,
});
const notDone = (error: ConnectorError, progress: Progress): Performed => ({
  outcome: 'not_executed',
  failure: failureOf(error, progress),
  attempts: progress.attempts,
});

const cannotTell = ({ connector }: Wish) =>
  new ConnectorError('CONNECTION_LOST', `Whether ${connector.title} did it cannot be found out`);

function failureOf(error: ConnectorError, { credentials, secretsIn }: Progress): Failure {
  const secrets = secretsIn(credentials);
  return {
    code: error.code,
    message: redact(error.message, secrets),
    retryable: error.meaning.again,
    retryAfterMs: error.retryAfterMs,
    ...(error.details !== undefined && { details: redactFacts(error.details, secrets) }),
  };
}
