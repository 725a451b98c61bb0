export interface Person {
  readonly userId: string;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** E.164; only ever set from a number that was proven to be the person's. */
  readonly phone: string | null;
  /** WhatsApp's business-scoped user id. */
  readonly bsuid: string | null;
  /** Of the person's language models, `provider/model` or a bare model name. */
  readonly defaultModel: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly schemaVersion: 1;
}

/** How a person can be reached and recognised. */
export type Contact = Pick<Person, 'phone' | 'bsuid'>;

export interface Habits {
  readonly timeZone: string;
  readonly language: string;
}

export function newPerson(userId: string, habits: Habits, now: number): Person {
  return {
    userId,
    ...habits,
    phone: null,
    bsuid: null,
    defaultModel: null,
    createdAt: now,
    updatedAt: now,
    schemaVersion: 1,
  };
}
