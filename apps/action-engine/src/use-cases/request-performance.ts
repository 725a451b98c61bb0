import type { Callers } from '@intexuraos/http-server';
import { AppError, type JsonObject } from '@intexuraos/kernel';
import { ended, type NewPerformance, type Performance, received, type Wished } from '../domain/performance.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { askFirst } from './ask-first.ts';
import { performOnce } from './begin.ts';
import { checkCallback } from './check-callback.ts';
import { findAccount } from './find-account.ts';
import { checkAskable, isAskedFirst } from './is-asked-first.ts';
import { askerOf, nameOf, onBehalfOf } from './on-behalf-of.ts';
import { planOnce, planRepeated } from './plan-performance.ts';
import { readWish } from './read-wish.ts';
import { tellOutcome } from './tell-outcome.ts';

/** The body of `POST /perform_action`, and what its headers say. */
export interface PerformanceRequest {
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  readonly caller: Callers['caller'];
  readonly userId: string | undefined;
  readonly platform: string;
  readonly operation: string;
  readonly payload: JsonObject;
  readonly connectionId: string | undefined;
  readonly simulate: boolean;
  /** Whether a person says yes first. */
  readonly requireApproval: boolean;
  readonly callbackUrl: string | undefined;
  /** Unix milliseconds. */
  readonly runAt: number | undefined;
  readonly repeat: Pick<Schedule, 'cron' | 'timeZone'> | undefined;
}

/** What became of the request; what repeats is a schedule. */
export type Requested = { readonly performance: Performance } | { readonly schedule: Schedule };

/** Performs an operation, once for each key, and says how it ended. What is refused is written down too. */
export async function requestPerformance(ports: ActionEnginePorts, request: PerformanceRequest): Promise<Requested> {
  const wish = wishOf(ports, request, askerOf(request.caller, request.userId));
  try {
    return await begin(ports, await check(ports, wish, request), request);
  } catch (error) {
    return refuse(ports, wish, error);
  }
}

async function begin(
  ports: ActionEnginePorts,
  checked: NewPerformance,
  request: PerformanceRequest,
): Promise<Requested> {
  if (request.repeat !== undefined) return { schedule: await planRepeated(ports, checked, request.repeat) };
  if (request.runAt !== undefined) return { performance: await planOnce(ports, checked, request.runAt) };
  if (isAskedFirst(ports, request)) return { performance: await askFirst(ports, checked) };
  const { performance } = await performOnce(ports, checked);
  if (performance.endedAt !== null) ports.background.begin((signal) => tellOutcome(ports, performance.id, signal));
  return { performance };
}

/** What is only simulated never stands where something real would: it has a key of its own. */
function wishOf({ simulated }: ActionEnginePorts, request: PerformanceRequest, userId: string): NewPerformance {
  const { requestId, idempotencyKey = requestId, platform, operation, payload, connectionId = null } = request;
  const simulate = request.simulate || simulated.has(platform);
  return {
    requestId,
    userId,
    caller: nameOf(request.caller),
    key: simulate ? `simulated:${idempotencyKey}` : idempotencyKey,
    wished: { platform, operation, payload, connectionId, simulate },
    callbackUrl: request.callbackUrl,
  };
}

/** With the payload exactly as it will be sent. Throws for what cannot be performed. */
async function check(
  ports: ActionEnginePorts,
  wish: NewPerformance,
  request: PerformanceRequest,
): Promise<NewPerformance> {
  const { wished, userId, callbackUrl } = wish;
  onBehalfOf(request.caller, request.userId);
  const { bound } = readWish(wished.platform, wished.operation, wished.payload);
  checkCallback(ports, callbackUrl);
  checkAskable(ports, request);
  if (!wished.simulate) await findAccount(ports, userId, wished);
  const filled: Wished = { ...wished, payload: bound.payload };
  return { ...wish, wished: filled };
}

/** Under a key of its own, so that the same request may succeed later. */
async function refuse(ports: ActionEnginePorts, wish: NewPerformance, error: unknown): Promise<never> {
  if (!(error instanceof AppError)) throw error;
  const now = ports.clock.now();
  const { code, message } = error;
  const failure = { code, message, retryAfterMs: null };
  const { callbackUrl: _, ...silent } = { ...wish, key: `refused:${ports.random.uuid()}` };
  await ports.performances.add(ended(received(silent, now), { status: 'not_executed', failure }, now));
  throw error;
}
