import { listMessages } from './list-messages.ts';
import { reply } from './reply.ts';
import { sendMessage } from './send-message.ts';

/** All that the simulator answers. */
export const endpoints = [sendMessage, listMessages, reply] as const;
