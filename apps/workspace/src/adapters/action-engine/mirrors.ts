import type { CallOutcome, Connect } from '@intexuraos/internal-clients';
import { actionEngine, type OperationOutcome } from '@intexuraos/internal-clients/action-engine';
import type { JsonObject } from '@intexuraos/kernel';
import { z } from 'zod';
import type { MirrorOutcome, Mirrors } from '../../ports.ts';

/** Performs operations of outside platforms through action-engine; the item's id is the key, so each item has one copy. */
export const createMirrors = (connect: Connect): Mirrors => ({
  async imageOf(userId, { platform, operation, payload, connection: chosen }, signal) {
    const wish = { platform, action_type: operation, payload, ...(chosen !== null && { connection: chosen }) };
    const call = await connect(actionEngine, { signal }).preview({ userId, ...wish });
    if (call.kind === 'failed') return { outcome: 'later', problem: call.message };
    if (call.data.status === 'failed') return { outcome: 'none', problem: call.data.problem };
    const { connection, account, digest, payload: rendered } = call.data;
    if (connection === null) return { outcome: 'none', problem: 'This platform is only simulated here' };
    return { outcome: 'ready', image: { platform, operation, connection, account, payload: rendered, digest } };
  },
  async make({ id, userId }, { platform, operation, connection, payload, digest }, signal) {
    const engine = connect(actionEngine, { idempotencyKey: `mirror:${id}`, signal });
    const rendered = { platform, action_type: operation, connection, payload, digest };
    return outcomeOf(await engine.perform({ ...rendered, userId }));
  },
});

/** A call whose answer was lost is made again: the same key has one effect. */
function outcomeOf(call: CallOutcome<OperationOutcome>): MirrorOutcome {
  if (call.kind === 'failed')
    return call.effect === 'unknown' || call.retryable
      ? { outcome: 'underway', problem: call.message }
      : { outcome: 'not_made', problem: call.message, isFinal: true };
  const performed = call.data;
  if (performed.outcome === 'running') {
    const { retryAfterMs } = performed;
    return { outcome: 'underway', problem: 'It is under way', retryAfterMs };
  }
  if ('code' in performed) {
    if (performed.outcome === 'unknown')
      return { outcome: 'unknown', problem: `It may be there: ${performed.message}` };
    return { outcome: 'not_made', problem: performed.message, isFinal: !performed.retryable };
  }
  return { outcome: 'made', url: urlIn(performed.output) };
}

const Place = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** Every platform that items are mirrored to names the address in this field. */
const urlIn = (output: JsonObject | undefined) => Place.safeParse(output).data?.url ?? null;
