/** Which kinds of a person's items are not mirrored, although they could be. */
export interface MirrorSwitches {
  readonly userId: string;
  readonly off: readonly string[];
}

/** A person who has connected an account wants what the account is for, until they say otherwise. */
export const untouched = (userId: string): MirrorSwitches => ({ userId, off: [] });

export const isOn = ({ off }: MirrorSwitches, kind: string) => !off.includes(kind);

export const switched = (switches: MirrorSwitches, kind: string, on: boolean): MirrorSwitches => {
  const others = switches.off.filter((name) => name !== kind);
  return { ...switches, off: on ? others : [...others, kind] };
};
