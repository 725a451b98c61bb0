import type { ErrandEnd } from '../domain/errand.ts';
import type { Item, MirrorImage } from '../domain/item.ts';
import { accountFor, isOn } from '../domain/mirror-switches.ts';
import { itemKind } from '../items/index.ts';
import type { MirrorOutcome, WorkspacePorts } from '../ports.ts';
import { changeInAttempt } from './change-in-attempt.ts';

/**
 * Puts a copy of an item on the outside platform that its kind is mirrored to. What is put there is written down first,
 * so that each attempt, after a crash too, asks for the same from the same account.
 */
export async function mirrorItem(ports: WorkspacePorts, item: Item, signal: AbortSignal): Promise<ErrandEnd> {
  const image = item.image ?? (await newImage(ports, item, signal));
  if (!('digest' in image)) return image;
  const writeDown = () => changeInAttempt(ports.items, item, (kept) => ({ ...kept, image }));
  if (item.image === null && !(await writeDown())) return { problem: 'Somebody else is at it', isFinal: false };
  return endOf(image, await ports.mirrors.make(item, image, signal), ports.clock.now());
}

/** Nobody is told that they have no account who has neither asked for a copy nor chosen one. */
async function newImage(ports: WorkspacePorts, item: Item, signal: AbortSignal): Promise<MirrorImage | ErrandEnd> {
  const { mirror } = itemKind(item.kind);
  const isAsked = item.errand?.isAsked === true;
  const { switches } = await ports.switchboard.of(item.userId);
  if (mirror === undefined || !(isAsked || isOn(switches, item.kind))) return { nothing: true };
  const connection = accountFor(switches, item.kind);
  const wish = { ...mirror, payload: mirror.payload(item.content), connection };
  const found = await ports.mirrors.imageOf(item.userId, wish, signal);
  if (found.outcome === 'ready') return found.image;
  if (found.outcome === 'none' && !isAsked && connection === null) return { nothing: true };
  return { problem: found.problem, isFinal: found.outcome === 'none' };
}

function endOf({ platform, account }: MirrorImage, made: MirrorOutcome, mirroredAt: number): ErrandEnd {
  if (made.outcome === 'made') return { found: { mirror: { platform, account, url: made.url, mirroredAt } } };
  if (made.outcome !== 'not_made') {
    const { outcome, ...rest } = made;
    return { ...rest, isFinal: outcome === 'unknown' };
  }
  // Another attempt may go to another account, because certainly nothing is at this one.
  return { problem: made.problem, isFinal: made.isFinal, image: null };
}
