/** Which kinds of a person's items are mirrored, and to which account. */
export interface MirrorSwitches {
  readonly userId: string;
  /** Kinds that are not mirrored, although they could be. */
  readonly off: readonly string[];
  /** By kind, the account that was chosen; the one used last is meant for the others. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** What is to be different; null: whichever account was used last. */
export interface MirrorChange {
  readonly isOn?: boolean | undefined;
  readonly connection?: string | null | undefined;
}

/** A person who has connected an account wants what the account is for, until they say otherwise. */
export const untouched = (userId: string): MirrorSwitches => ({ userId, off: [], accounts: {} });

export const isOn = ({ off }: MirrorSwitches, kind: string) => !off.includes(kind);

export const accountFor = ({ accounts }: MirrorSwitches, kind: string): string | null => accounts[kind] ?? null;

export function switched(switches: MirrorSwitches, kind: string, change: MirrorChange): MirrorSwitches {
  const { isOn: on = isOn(switches, kind), connection = accountFor(switches, kind) } = change;
  const off = switches.off.filter((name) => name !== kind);
  const { [kind]: _, ...accounts } = switches.accounts;
  return {
    ...switches,
    off: on ? off : [...off, kind],
    accounts: connection === null ? accounts : { ...accounts, [kind]: connection },
  };
}
