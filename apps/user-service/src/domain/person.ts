/** "Actions of this type, at least this sure, need no question": kept as the person wrote it. */
export interface AutoApprovalRule {
  readonly actionType: string;
  /** 0 to 1. */
  readonly confidenceMin: number;
}

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
  readonly autoApprovalRules: readonly AutoApprovalRule[];
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
    autoApprovalRules: [],
    createdAt: now,
    updatedAt: now,
    schemaVersion: 1,
  };
}
