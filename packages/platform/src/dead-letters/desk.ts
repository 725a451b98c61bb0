import { inWords, type Topic } from '@intexuraos/contracts';
import { AppError, type Logger } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Page, Store, Stored } from '@intexuraos/storage';
import { type DeadLetter, deadLetters } from './collection.ts';

/** Where an operator looks through what was put aside. */
export interface DeadLetterDesk {
  /** Newest first. Throws VALIDATION_FAILED for a cursor of another list. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<DeadLetter>>;
  /**
   * Publishes the message anew, so that it takes the way of any other; a letter that was sent again stays as it is,
   * whoever asks how often. Throws NOT_FOUND, CONFLICT for what cannot be sent again, UNAVAILABLE when it cannot be now.
   */
  redrive(id: string, operator: string): Promise<Stored<DeadLetter>>;
  /** Forgets a letter. Throws NOT_FOUND. */
  dismiss(id: string, operator: string): Promise<void>;
}

interface DeskPorts {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly log: Logger;
  /** Of what can be sent again. */
  readonly topics: readonly Topic<object>[];
}

/** Whoever takes longer than this has died over it. */
const leaseMs = 60_000;

export function createDeadLetterDesk({ store, publisher, log, topics }: DeskPorts): DeadLetterDesk {
  async function load(id: string): Promise<Stored<DeadLetter>> {
    const letter = await store.get(deadLetters, id);
    if (letter === null) throw new AppError('NOT_FOUND', 'There is no such dead letter');
    return letter;
  }

  /** Null when the letter has changed since it was read. */
  async function change(
    letter: Stored<DeadLetter>,
    redrive: DeadLetter['redrive'],
  ): Promise<Stored<DeadLetter> | null> {
    const { id, version: expected } = letter;
    const data = { ...letter.data, redrive };
    const commit = await store.commit([{ kind: 'replace', collection: deadLetters, id, data, expected }]);
    if (commit.outcome === 'conflict') return null;
    const [version = expected] = commit.versions;
    return { ...letter, data, version, readAt: commit.committedAt };
  }

  async function send(claimed: Stored<DeadLetter>, message: Message): Promise<void> {
    try {
      await publisher.publish(message.topic, message.event);
    } catch (error) {
      await change(claimed, null);
      throw error;
    }
  }

  return {
    list: ({ limit, cursor }) => {
      const orderBy = { field: 'at', direction: 'descending' } as const;
      return store.query(deadLetters, { where: {}, orderBy, limit, ...(cursor !== undefined && { cursor }) });
    },
    async redrive(id, operator) {
      const letter = await load(id);
      if (isTaken(letter)) return letter;
      const message = messageOf(letter.data, topics);
      const startedAt = letter.readAt;
      const claimed = await change(letter, { by: operator, startedAt, doneAt: null });
      if (claimed === null) return load(id);
      await send(claimed, message);
      log.info({ deadLetter: id, event: message.topic.event, operator }, 'a dead letter was sent again');
      const done = { by: operator, startedAt, doneAt: claimed.readAt };
      return (await change(claimed, done)) ?? { ...claimed, data: { ...claimed.data, redrive: done } };
    },
    async dismiss(id, operator) {
      await load(id);
      await store.commit([{ kind: 'delete', collection: deadLetters, id }]);
      log.info({ deadLetter: id, operator }, 'a dead letter was dismissed');
    },
  };
}

/** Sent again, or about to be: two that ask at once send it once. */
const isTaken = ({ data: { redrive }, readAt }: Stored<DeadLetter>) =>
  redrive !== null && (redrive.doneAt !== null || redrive.startedAt + leaseMs > readAt);

interface Message {
  readonly topic: Topic<object>;
  readonly event: object;
}

/** The schema may have been mended since, or the message may be past help. */
function messageOf({ body, event }: DeadLetter, topics: readonly Topic<object>[]): Message {
  const topic = topics.find((known) => known.event === event);
  if (topic === undefined || body === null) throw new AppError('CONFLICT', 'Of this message only a sample was kept');
  const parsed = topic.schema.safeParse(JSON.parse(body), { error: inWords });
  if (parsed.success) return { topic, event: parsed.data };
  const details = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('CONFLICT', `This message still is no ${event}`, { details });
}
