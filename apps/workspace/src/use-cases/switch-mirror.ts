import { AppError, untilKept } from '@intexuraos/kernel';
import { accountFor, isOn, type MirrorChange, type MirrorSwitches, switched } from '../domain/mirror-switches.ts';
import { itemKind, type KindName, kindNames } from '../items/index.ts';
import type { WorkspacePorts } from '../ports.ts';

/** A kind that is mirrored where its owner has an account, unless they switched it off. */
export interface Mirror {
  readonly kind: KindName;
  readonly platform: string;
  readonly isOn: boolean;
  /** The account that was chosen; null: the one used last. */
  readonly connection: string | null;
}

export async function listMirrors({ switchboard }: WorkspacePorts, userId: string): Promise<readonly Mirror[]> {
  return mirrorsOf((await switchboard.of(userId)).switches);
}

const mirrorsOf = (switches: MirrorSwitches): readonly Mirror[] =>
  kindNames.flatMap((kind) => {
    const platform = itemKind(kind).mirror?.platform;
    return platform === undefined
      ? []
      : [{ kind, platform, isOn: isOn(switches, kind), connection: accountFor(switches, kind) }];
  });

/** From now on; what has been mirrored stays where it is. Throws VALIDATION_FAILED for a kind that is not mirrored. */
export async function switchMirror(
  { switchboard }: WorkspacePorts,
  userId: string,
  { kind, ...change }: MirrorChange & Pick<Mirror, 'kind'>,
): Promise<readonly Mirror[]> {
  if (itemKind(kind).mirror === undefined) throw notMirrored();
  return untilKept('switches', async () => {
    const kept = await switchboard.of(userId);
    const next = switched(kept.switches, kind, change);
    return (await switchboard.change(kept, next)) ? mirrorsOf(next) : null;
  });
}

const notMirrored = () =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', {
    details: [
      { path: 'kind', message: `expected one of ${kindNames.filter((name) => itemKind(name).mirror).join(', ')}` },
    ],
  });
