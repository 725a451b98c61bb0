export interface ReceivedMessage {
  readonly wamid: string;
  /** As the sender addressed it: a phone number without its plus sign, or a business-scoped id. */
  readonly to: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  /** The wamid that is quoted. */
  readonly context: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** What the phone has received: the last thousand messages. */
export interface InboxOfPhone {
  add(message: ReceivedMessage): void;
  /** What came after the message of this id; all of it where the id is unknown, as after a restart. */
  after(wamid: string | undefined): readonly ReceivedMessage[];
  /** The latest message that has this button. */
  withButton(buttonId: string, wamid: string | undefined): ReceivedMessage | null;
}

const messagesMax = 1_000;

export function createInboxOfPhone(): InboxOfPhone {
  const messages: ReceivedMessage[] = [];
  return {
    add(message) {
      messages.push(message);
      if (messages.length > messagesMax) messages.shift();
    },
    after: (wamid) => messages.slice(messages.findIndex((message) => message.wamid === wamid) + 1),
    withButton: (buttonId, wamid) =>
      messages.findLast(
        (message) =>
          (wamid === undefined || message.wamid === wamid) && message.buttons.some(({ id }) => id === buttonId),
      ) ?? null,
  };
}
