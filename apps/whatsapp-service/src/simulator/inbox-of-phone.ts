export interface PhoneMessage {
  readonly wamid: string;
  /** Who wrote it: the business, or the person who has the phone. */
  readonly from: 'business' | 'person';
  readonly kind: 'message' | 'reaction';
  /** As the sender addressed it: a phone number without its plus sign, or a business-scoped id. */
  readonly to: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  /** The wamid that is quoted. */
  readonly context: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** What the phone shows: the last thousand messages, both ways. */
export interface InboxOfPhone {
  add(message: PhoneMessage): void;
  /** What came after the message of this id; all of it where the id is unknown, as after a restart. */
  after(wamid: string | undefined): readonly PhoneMessage[];
  /** What was received last. */
  latest(): PhoneMessage | null;
  /** The latest message that has this button. */
  withButton(buttonId: string, wamid: string | undefined): PhoneMessage | null;
}

const messagesMax = 1_000;

export function createInboxOfPhone(): InboxOfPhone {
  const messages: PhoneMessage[] = [];
  return {
    add(message) {
      messages.push(message);
      if (messages.length > messagesMax) messages.shift();
    },
    after: (wamid) => messages.slice(messages.findIndex((message) => message.wamid === wamid) + 1),
    latest: () => messages.findLast(({ from }) => from === 'business') ?? null,
    withButton: (buttonId, wamid) =>
      messages.findLast(
        (message) =>
          (wamid === undefined || message.wamid === wamid) && message.buttons.some(({ id }) => id === buttonId),
      ) ?? null,
  };
}
