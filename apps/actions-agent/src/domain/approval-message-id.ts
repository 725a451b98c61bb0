import { uuidFromName } from '@intexuraos/kernel';

/** The id of an `approval_messages` document: the same for the same WhatsApp message. */
export const approvalMessageId = (wamid: string) => uuidFromName(`wamid|${wamid}`);
