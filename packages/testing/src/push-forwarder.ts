import { type Clock, type Random, systemClock, systemRandom } from '@intexuraos/kernel';
import { Agent } from 'undici';
import { createPubsubRest, type PulledMessage } from './pubsub-rest.ts';
import { acknowledging, createPushSender, type PushOidc, type PushTarget } from './push-sender.ts';

/** What goes wrong between Pub/Sub and a service, all of it allowed by at-least-once and unordered. */
export interface FaultPlan {
  /** Each message is pushed so many times at once, each copy until it is acknowledged. */
  readonly copies?: number;
  /** Each push waits a random time up to this, so messages overtake one another. */
  readonly delayUpToMs?: number;
  /** What was pulled together is pushed in random order. */
  readonly shuffle?: boolean;
  /** Messages come again although they were acknowledged. */
  readonly afterAck?: { readonly probability: number; readonly delayUpToMs: number };
}

export interface PushForwarderOptions {
  readonly emulatorHost: string;
  readonly projectId: string;
  readonly targets: readonly PushTarget[];
  /** Sends a fresh token with each push; without it no Authorization header is sent. */
  readonly oidc?: PushOidc;
  readonly faults?: FaultPlan;
  /** Decides the faults; a seeded one makes a run repeatable. */
  readonly random?: Random;
  readonly clock?: Clock;
  /** Pauses double from first to longest; 10 ms to 600 ms unless said: Pub/Sub's 10 s to 600 s, a thousand times faster. */
  readonly backoff?: { readonly firstMs: number; readonly maxMs: number };
  /** Afterwards a message is a dead letter; 10 unless said. */
  readonly maxAttempts?: number;
  /** A push unanswered for so long counts as failed, while the service may still be at work; 60 s unless said. */
  readonly ackDeadlineMs?: number;
}

/** One push that was tried. `status` 0 means that no answer came. */
export interface Push {
  readonly subscription: string;
  readonly messageId: string;
  readonly attempt: number;
  readonly status: number;
}

export interface ForwardedDeadLetter {
  readonly subscription: string;
  readonly messageId: string;
  readonly data: unknown;
  readonly attempts: number;
  /** Unix milliseconds. */
  readonly failedAt: number;
}

/**
 * Stands in for Pub/Sub's push: pulls from the emulator and pushes over HTTP as the real service does, which the
 * emulator's own push does not (no token, no backoff, no attempt number, other acknowledging statuses).
 */
export interface PushForwarder {
  readonly pushes: readonly Push[];
  /** The newest last. */
  readonly deadLetters: readonly ForwardedDeadLetter[];
  /** Resolves when for `quietMs` (200 unless said) nothing was pushed and nothing was there to be pulled. */
  idle(quietMs?: number): Promise<void>;
  /** Lets pushes under way end and gives back to the emulator what was not acknowledged. */
  close(): Promise<void>;
}

const idlePollMs = 15;

const defaults = {
  faults: {} as FaultPlan,
  random: systemRandom,
  clock: systemClock,
  backoff: { firstMs: 10, maxMs: 600 },
  maxAttempts: 10,
  ackDeadlineMs: 60_000,
};

export async function createPushForwarder(options: PushForwarderOptions): Promise<PushForwarder> {
  const settings = { ...defaults, ...options };
  const { clock, random, faults, projectId } = settings;
  const agent = new Agent();
  const send = createPushSender({ ...settings, dispatcher: agent });
  const rest = createPubsubRest(settings.emulatorHost, projectId, agent);
  const closing = new AbortController();
  const pushes: Push[] = [];
  const deadLetters: ForwardedDeadLetter[] = [];
  let underWay = 0;
  /** When each subscription was last found empty, by when it was asked: an answer may be a long time coming. */
  const foundEmptyAt = new Map<PushTarget, number>();

  const pause = (ms: number) => clock.sleep(ms, closing.signal);
  const upTo = (ms: number) => Math.round(random.fraction() * ms);

  async function pullAll(target: PushTarget): Promise<void> {
    const messages = new Set<Promise<void>>();
    while (!closing.signal.aborted) {
      const askedAt = clock.now();
      const batch = await rest.pull(target.name);
      if (batch.length === 0) foundEmptyAt.set(target, askedAt);
      for (const pulled of faults.shuffle ? shuffled(batch, random) : batch) {
        const done = forward(target, pulled).finally(() => messages.delete(done));
        messages.add(done);
      }
      if (batch.length === 0) await pause(idlePollMs).catch(() => undefined);
    }
    await Promise.all(messages);
  }

  async function forward(target: PushTarget, pulled: PulledMessage): Promise<void> {
    underWay += 1;
    const copies = Array.from({ length: faults.copies ?? 1 }, () => pushUntilDone(target, pulled));
    const done = (await Promise.all(copies)).every(Boolean);
    await (done ? rest.acknowledge(target.name, pulled.ackId) : rest.release(target.name, pulled.ackId));
    underWay -= 1;
  }

  /** Resolves to false when the forwarder closes before the message was acknowledged or given up. */
  async function pushUntilDone(target: PushTarget, pulled: PulledMessage): Promise<boolean> {
    try {
      for (let attempt = 1; ; attempt += 1) {
        await pause(upTo(faults.delayUpToMs ?? 0));
        if (await push(target, pulled, attempt)) break;
        if (attempt >= settings.maxAttempts) return giveUp(target, pulled, attempt);
        await pause(Math.min(settings.backoff.maxMs, settings.backoff.firstMs * 2 ** (attempt - 1)));
      }
    } catch {
      return false;
    }
    await maybeOnceMore(target, pulled);
    return true;
  }

  async function maybeOnceMore(target: PushTarget, pulled: PulledMessage): Promise<void> {
    const { probability = 0, delayUpToMs = 0 } = faults.afterAck ?? {};
    if (random.fraction() >= probability) return;
    const awake = await pause(upTo(delayUpToMs)).then(
      () => true,
      () => false,
    );
    if (awake) await push(target, pulled, 1);
  }

  function giveUp({ name }: PushTarget, { message }: PulledMessage, attempts: number): true {
    const data: unknown = JSON.parse(Buffer.from(message.data ?? '', 'base64').toString());
    deadLetters.push({ subscription: name, messageId: message.messageId, data, attempts, failedAt: clock.now() });
    return true;
  }

  async function push(target: PushTarget, pulled: PulledMessage, attempt: number): Promise<boolean> {
    const status = await send(target, pulled, attempt);
    pushes.push({ subscription: target.name, messageId: pulled.message.messageId, attempt, status });
    return acknowledging.has(status);
  }

  for (const { topic, name } of settings.targets) await rest.ensureSubscription(topic, name);
  const pulling = Promise.all(settings.targets.map(pullAll));
  // A failure, such as an emulator that went away, is told by `close`.
  pulling.catch(() => undefined);

  return {
    pushes,
    deadLetters,
    async idle(quietMs = 200) {
      const isFoundEmptySince = (at: number) =>
        settings.targets.every((target) => (foundEmptyAt.get(target) ?? 0) >= at);
      for (
        let quietSince = clock.now(), seen = -1;
        !isFoundEmptySince(quietSince + quietMs);
        await clock.sleep(idlePollMs)
      ) {
        if (underWay > 0 || pushes.length !== seen) quietSince = clock.now();
        seen = pushes.length;
      }
    },
    async close() {
      closing.abort();
      await pulling;
      if (!agent.closed) await agent.close();
    },
  };
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const keyed = items.map((item) => ({ item, key: random.fraction() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
