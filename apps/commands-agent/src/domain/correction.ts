/** A person's change of an action's type: an example to learn from. */
export interface Correction {
  /** `correction:{externalId}`. */
  readonly id: string;
  readonly userId: string;
  readonly text: string;
  readonly commandId: string;
  readonly actionId: string;
  readonly fromType: string;
  readonly toType: string;
  readonly createdAt: number;
}
