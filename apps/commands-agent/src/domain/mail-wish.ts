/** A mail that somebody wants to be sent, in their own words. Who and what that is exactly is looked up before the question. */
export interface MailWish {
  /** Names and addresses. */
  readonly recipient: string;
  /** Null where none is said. */
  readonly subject: string | null;
  readonly says: MailText;
}

/** The words themselves, or a note of the person's: words of its title, empty for the newest. */
export type MailText = { readonly text: string } | { readonly notes: string };
