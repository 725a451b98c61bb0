import { uuidFromName } from '@intexuraos/kernel';
import type { InboundItem } from './inbound.ts';

/** What makes an item the same one when it comes again: `messages[].id`, or `statuses[].id` with its status. Null: nothing does. */
export function inboxId(item: InboundItem): string | null {
  if (item.wamid === null) return null;
  return uuidFromName([item.item, item.wamid, item.item === 'status' ? item.status : ''].join(' '));
}
