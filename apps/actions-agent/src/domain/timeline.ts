import type { Action, Channel, TimelineEvent } from './action.ts';
import type { Command } from './commands.ts';

/** How many entries stay in the document; older ones move to the sub-collection. */
export const timelineKept = 50;

const noted: { readonly [name in Command['name']]?: (command: Command, after: Action) => string | null } = {
  autoApprove: (_command, after) => after.approval?.rule?.name ?? null,
  reject: (command) => (command.name === 'reject' ? command.reason : null),
  archive: (command) => (command.name === 'archive' ? command.reason : null),
  expire: () => 'nobody answered in time',
  retry: (_command, after) => after.failure?.message ?? null,
  fail: (_command, after) => after.failure?.message ?? null,
  poison: (_command, after) => after.failure?.message ?? null,
  prepared: (_command, after) => after.preparation?.problem ?? null,
  threw: (command) => (command.name === 'threw' ? command.message : null),
  delivery: (command) =>
    command.name === 'delivery'
      ? [command.delivery.status, command.delivery.errorCode].filter(Boolean).join(' ')
      : null,
};

const channelOf = (command: Command): Channel => {
  if ('channel' in command) return command.channel;
  return command.name === 'autoApprove' ? 'policy' : 'system';
};

/** The line that a change leaves in the history; null for what only the machine cares about. */
export function timelineEntry(before: Action, after: Action, command: Command, now: number): TimelineEvent | null {
  if (command.name === 'told') return null;
  if (
    command.name === 'delivery' &&
    before.ask?.delivery === after.ask?.delivery &&
    command.delivery.status !== 'failed'
  )
    return null;
  return {
    seq: (before.events.at(-1)?.seq ?? 0) + 1,
    at: now,
    event: command.name,
    by: 'by' in command ? command.by : 'owner' in command ? command.owner : channelOf(command),
    channel: channelOf(command),
    status: after.status,
    version: after.version,
    note: noted[command.name]?.(command, after) ?? null,
  };
}
