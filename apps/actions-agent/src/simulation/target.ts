import type { CallIdentity, CallOutcome, Connect, NeighbourHttp } from '@intexuraos/internal-clients';
import type { Random } from '@intexuraos/kernel';
import type { Door } from './door.ts';
import { noFaults } from './plan.ts';

/** One thing that was done in the world outside. */
export interface Effect {
  readonly actionId: string;
  readonly key: string;
  readonly title: string;
}

export interface TargetFaults {
  /** It happened, and the connection was cut before the answer. */
  readonly cutAfter: number;
  readonly cutBefore: number;
  readonly refused: number;
  readonly busy: number;
}

/** The neighbours: each takes a key and does a thing once for it. The ledger of effects is the judge of every run. */
export interface Target {
  readonly ledger: readonly Effect[];
  faults: TargetFaults;
  connectThrough(door: Door): Connect;
}

export const faultless: TargetFaults = { cutAfter: 0, cutBefore: 0, refused: 0, busy: 0 };

const tomorrow = (now: number) => new Date(now + 86_400_000).toISOString();

export function createTarget(random: Random, now: () => number): Target {
  const ledger: Effect[] = [];
  const done = new Map<string, unknown>();
  const target: Target = { ledger, faults: faultless, connectThrough };

  function previewOf(body: object) {
    const summary = 'action' in body ? 'issue' : 'event';
    return {
      status: 'ready',
      summary,
      title: summary,
      start: tomorrow(now()),
      end: tomorrow(now() + 1),
      timeZone: 'UTC',
      reasoning: 'simulated',
    };
  }

  function answerOf(path: string, body: object, { idempotencyKey: key = '' }: CallIdentity): unknown {
    if (path.endsWith('/preview')) return previewOf(body);
    const known = done.get(key);
    if (known !== undefined) return known;
    const [actionId = ''] = key.split(':');
    ledger.push({ actionId, key, title: JSON.stringify(body) });
    const answer =
      path === '/internal/bookmarks'
        ? { id: 'b1', url: 'https://a.example/' }
        : { status: 'completed', message: 'done' };
    done.set(key, answer);
    return answer;
  }

  const failed = (code: string, effect: 'no_effect' | 'unknown', retryable: boolean) =>
    ({ kind: 'failed', code, message: `simulated ${code}`, effect, retryable }) as const;

  function call(path: string, body: object, identity: CallIdentity) {
    const { cutBefore, cutAfter, refused, busy } = target.faults;
    const luck = random.fraction();
    if (luck < refused) return failed('REFUSED', 'no_effect', false);
    if (luck < refused + busy) return failed('BUSY', 'no_effect', true);
    if (luck < refused + busy + cutBefore) return failed('TIMEOUT', 'unknown', true);
    const data = answerOf(path, body, identity);
    return luck < refused + busy + cutBefore + cutAfter
      ? failed('TIMEOUT', 'unknown', true)
      : { kind: 'answered' as const, data };
  }

  function connectThrough(door: Door): Connect {
    return (neighbour, identity = {}) => {
      const http: NeighbourHttp = {
        get: async () => failed('NOT_FOUND', 'no_effect', false),
        post: async (path, schema, body = {}) => {
          const outcome = await door.pass(noFaults, async () => call(path, body, identity));
          return outcome.kind === 'failed'
            ? outcome
            : ({ kind: 'answered', data: schema.parse(outcome.data) } satisfies CallOutcome<unknown>);
        },
      };
      return neighbour.client(http);
    };
  }

  return target;
}
