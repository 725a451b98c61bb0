import type { ConnectorName } from '@intexuraos/connectors';
import { until } from '../../reliability/testing/harness/until.ts';
import type { Entry, OperationsWorld } from './operations-world.ts';
import { effectsOn } from './wishes.ts';

/** How an operation ended, as everybody sees it: the person, the platform, whoever left an address. */
export interface Outcome {
  readonly status: string;
  readonly effects: number;
  /** What the address was told; each differing word once. */
  readonly told: readonly string[];
  /** Whether the person read that nobody knows. */
  readonly isNoticed: boolean;
}

const noticeOf = ({ phone }: OperationsWorld, { request_id }: Entry) =>
  phone.messages.find(({ key, text }) => key.startsWith('operation-unknown:') && text.includes(request_id));

const isEnded = ({ status }: Entry) => status !== 'accepted' && status !== 'running';

/** Waits until an operation has ended and everybody has been told. */
export async function outcomeOn(world: OperationsWorld, platform: ConnectorName): Promise<Outcome> {
  const entry = await until(
    `the operation on ${platform} to end`,
    async () => (await world.entries())?.find((each) => each.platform === platform && isEnded(each)) ?? null,
  );
  const told = await until(`${platform}'s outcome to be told`, () => {
    const outcomes = world.receiver.outcomesOf(platform);
    return outcomes.length > 0 ? outcomes : null;
  });
  if (entry.status === 'unknown')
    await until(`the person to be told of ${platform}`, () => noticeOf(world, entry) ?? null);
  return {
    status: entry.status,
    effects: effectsOn(platform, world.standIns[platform]),
    told: [...new Set(told)],
    isNoticed: noticeOf(world, entry) !== undefined,
  };
}
