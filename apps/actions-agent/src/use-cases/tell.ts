import { kindOf } from '../domain/due.ts';
import type { Loaded, Ports } from '../ports.ts';
import type { ChangeAction } from './change-action.ts';
import { outgoing } from './outgoing.ts';
import type { Settings } from './settings.ts';
import type { ToldMarks } from './told-marks.ts';

/** Tells what an action has due. Never throws: what could not be told stays due, and a sweep tells it. */
export interface Teller {
  /** Resolves to the keys of which nobody is known to have heard: what failed, and what is crossed off on arrival. */
  tell(loaded: Loaded, keys: readonly string[], marking?: Marking): Promise<readonly string[]>;
  /** Crosses off what is told and not crossed off yet. */
  mark(loaded: Loaded): Promise<void>;
  /** Resolves when every mark is written. */
  drain(): Promise<void>;
}

/** What was told is crossed off by a write of its own, or by the caller's next one. */
export type Marking = 'written' | 'rides';

type TellPorts = Pick<Ports, 'publisher' | 'quota' | 'crashPoint' | 'clock' | 'log'>;

interface TellerParts {
  readonly settings: Settings;
  readonly marks: ToldMarks;
  readonly changeAction: ChangeAction;
}

/** How long an ask over its quota waits before it is tried again. */
const overQuotaPauseMs = 5 * 60_000;

type Told = 'told' | 'received-later' | 'postponed';

export function createTeller(ports: TellPorts, { settings, marks, changeAction }: TellerParts): Teller {
  const timers = new Map<string, NodeJS.Timeout>();

  async function tellOne({ action, at }: Loaded, key: string): Promise<Told> {
    const kind = kindOf({ key });
    if (kind === 'ask' && !(await ports.quota.take('ask', action.userId))) return 'postponed';
    const message = outgoing(action, key, { now: at, settings });
    if (message !== null) await ports.publisher.publish(message.topic, message.event);
    return kind === 'created' ? 'received-later' : 'told';
  }

  async function attempt(loaded: Loaded, key: string): Promise<readonly [string, Told] | null> {
    try {
      ports.crashPoint('before-publish');
      const told = await tellOne(loaded, key);
      ports.crashPoint('after-publish');
      return [key, told];
    } catch (error) {
      ports.log.warn({ actionId: loaded.action.id, key, err: error }, 'could not tell; a sweep will');
      return null;
    }
  }

  async function postpone(loaded: Loaded, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const postponeTo = loaded.at + overQuotaPauseMs;
    await changeAction(loaded, () => ({ commands: [{ name: 'told', keys, postponeTo }] }));
  }

  async function writeMarks(from: string | Loaded): Promise<void> {
    const actionId = typeof from === 'string' ? from : from.action.id;
    clearTimeout(timers.get(actionId));
    timers.delete(actionId);
    if (marks.of(actionId).length === 0) return;
    try {
      await changeAction(from, () => ({ commands: [], durability: 'soon' }));
    } catch (error) {
      ports.log.warn({ actionId, err: error }, 'could not mark as told; a sweep tells it again');
    }
  }

  async function mark(loaded: Loaded): Promise<void> {
    const actionId = loaded.action.id;
    if (marks.of(actionId).length === 0 || timers.has(actionId)) return;
    if (settings.markDelayMs === 0) return writeMarks(loaded);
    timers.set(
      actionId,
      setTimeout(() => void writeMarks(actionId), settings.markDelayMs),
    );
  }

  return {
    async tell(loaded, keys, marking = 'written') {
      const attempts = (await Promise.all(keys.map((key) => attempt(loaded, key)))).filter((told) => told !== null);
      const keysThat = (how: Told) => attempts.filter(([, told]) => told === how).map(([key]) => key);
      await postpone(loaded, keysThat('postponed'));
      const told = keysThat('told');
      if (told.length > 0) {
        marks.add(loaded.action.id, told);
        if (marking === 'written') await mark(loaded);
      }
      return keys.filter((key) => !told.includes(key) && !keysThat('postponed').includes(key));
    },
    mark,
    async drain() {
      await Promise.all([...timers.keys()].map(writeMarks));
    },
  };
}
