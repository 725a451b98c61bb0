import type { Risk } from '@intexuraos/connectors';
import type { JsonObject } from '@intexuraos/kernel';
import type { ActionEnginePorts } from '../ports.ts';
import { invalid } from './invalid.ts';
import { readWish } from './read-wish.ts';

type Ports = Pick<ActionEnginePorts, 'approvalFrom'>;

interface Wanted {
  readonly platform: string;
  readonly operation: string;
  readonly payload: JsonObject;
  readonly simulate: boolean;
  readonly requireApproval: boolean;
}

const ranks: Readonly<Record<Risk, number>> = { low: 0, medium: 1, high: 2 };

/** Whether a person says yes first: because the caller wants it, or because the risk is that high here. */
export const isAskedFirst = (ports: Ports, wanted: Wanted): boolean =>
  wanted.requireApproval || (!wanted.simulate && isRisky(ports, wanted));

function isRisky({ approvalFrom }: Ports, { platform, operation: name, payload }: Wanted): boolean {
  if (approvalFrom === null) return false;
  const { operation, bound } = readWish(platform, name, payload);
  return bound.effect === 'change' && ranks[operation.risk] >= ranks[approvalFrom];
}

/** A yes is for one thing that really happens, and soon. Throws VALIDATION_FAILED for anything else. */
export function checkAskable(
  ports: Ports,
  wanted: Wanted & { readonly runAt: unknown; readonly repeat: unknown },
): void {
  if (!isAskedFirst(ports, wanted)) return;
  const excluded = { simulate: wanted.simulate, run_at: wanted.runAt !== undefined, cron: wanted.repeat !== undefined };
  const problems = Object.entries(excluded)
    .filter(([, isWanted]) => isWanted)
    .map(([path]) => ({ path, message: 'a person is asked first, and that for one time only, at once, in earnest' }));
  if (problems.length > 0) throw invalid(problems);
}
