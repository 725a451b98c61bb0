import { AppError } from '@intexuraos/kernel';
import type { CallIdentity } from '../domain/call-identity.ts';
import { newErrand } from '../domain/errand.ts';
import { type Item, itemId } from '../domain/item.ts';
import { judgeRepeat } from '../domain/repeat.ts';
import { errandOf, type ItemKind } from '../items/define.ts';
import type { KeptItem, WorkspacePorts } from '../ports.ts';
import { runErrand } from './run-errand.ts';

export interface WantedItem<Content extends object> {
  readonly userId: string;
  readonly source: string;
  readonly sourceId: string;
  readonly content: Content;
}

export interface Keeping {
  readonly item: Item;
  /** False: it was kept before. */
  readonly created: boolean;
}

/**
 * Keeps an item; the same source makes one item, however often it is sent. Throws CONFLICT when the caller's epoch is
 * stale, when the source has made a different item already, and when the person has such an item from another source
 * (`details` of the kind: `existing<Kind>Id`).
 */
export async function keepItem<Content extends object>(
  ports: WorkspacePorts,
  kind: ItemKind<string, Content>,
  wanted: WantedItem<Content>,
  call: CallIdentity,
): Promise<Keeping> {
  const item = newItem(kind, wanted, call, ports.clock.now());
  const added = await ports.items.add(item, kind.uniqueName?.(wanted.content) ?? null);
  if (added.outcome === 'added') {
    if (item.errand !== null) ports.background.begin((signal) => runErrand(ports, item.id, signal));
    return { item, created: true };
  }
  if (added.outcome === 'taken') throw duplicate(kind.name, added.itemId);
  return { item: await meetAgain(ports, added.kept, wanted.content, call), created: false };
}

function newItem<Content extends object>(
  kind: ItemKind<string, Content>,
  { content, ...origin }: WantedItem<Content>,
  receipt: CallIdentity,
  now: number,
): Item {
  return {
    id: itemId(kind.name, origin),
    kind: kind.name,
    ...origin,
    title: kind.titleOf(content),
    content,
    found: null,
    image: null,
    errand: errandOf(kind) === undefined ? null : newErrand(now),
    problem: null,
    receipt,
    completedAt: null,
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
    schemaVersion: 1,
  };
}

function duplicate(name: string, id: string) {
  const field = `existing${name.slice(0, 1).toUpperCase()}${name.slice(1)}Id`;
  return new AppError('CONFLICT', `You have this ${name} already`, { details: { [field]: id } });
}

const triesMax = 5;

/** The answer to a repeated call is the first one's; a higher epoch is remembered before it is given. */
async function meetAgain(ports: WorkspacePorts, first: KeptItem, content: object, call: CallIdentity): Promise<Item> {
  let kept: KeptItem | null = first;
  for (let tries = 0; kept && tries < triesMax; tries++) {
    const { item } = kept;
    const repeat = judgeRepeat(item, call, content);
    if (repeat.kind === 'stale') throw new AppError('CONFLICT', 'A later attempt has called already (stale epoch)');
    if (repeat.kind === 'different')
      throw new AppError('CONFLICT', 'Another version of this was carried out already', {
        details: { itemId: item.id },
      });
    if (repeat.epoch === item.receipt.epoch) return item;
    const next = { ...item, receipt: { ...item.receipt, epoch: repeat.epoch } };
    if (await ports.items.change(kept, next)) return next;
    kept = await ports.items.get(item.id);
  }
  throw new AppError('INTERNAL_ERROR', 'Too many attempts at the same item at once');
}
