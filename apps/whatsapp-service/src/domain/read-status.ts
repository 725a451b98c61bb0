import {
  type DeliveryStatus,
  deliveryStatuses,
  type Ignored,
  type InboundStatus,
  ignored,
  readableWamid,
} from './inbound.ts';
import { type Loose, milliseconds, objects, text } from './loose.ts';

/** One element of `value.statuses`. `played` (of voice messages) and whatever comes later are none of ours. */
export function readStatus(status: Loose): InboundStatus | Ignored {
  const wamid = readableWamid(status['id']);
  if (wamid === null) return ignored('no_id');
  if (status['recipient_type'] === 'group' || text(status['group_id']) !== null) return ignored('group', wamid);
  const name = deliveryStatuses.find((known) => known === status['status']);
  if (name === undefined) return ignored('other_status', wamid);
  const at = milliseconds(status['timestamp']);
  if (at === null) return ignored('no_time', wamid);
  return readKnown(status, { wamid, status: name, at });
}

function readKnown(
  status: Loose,
  known: { readonly wamid: string; readonly status: DeliveryStatus; readonly at: number },
): InboundStatus {
  const codes = objects(status['errors']).map(({ code }) => Number(code));
  return {
    item: 'status',
    ...known,
    messageKey: text(status['biz_opaque_callback_data']),
    errorCodes: codes.filter(Number.isSafeInteger),
  };
}
