import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { can } from '../domain/can.ts';
import type { Item } from '../domain/item.ts';
import { errandOf, pageOf } from '../items/define.ts';
import { itemKind, type KindName, kindNames } from '../items/index.ts';

export const Kind = z.enum(kindNames as [KindName, ...KindName[]]);

/** Names one item. */
export const ItemName = z.object({ kind: Kind, id: Id });

/** An item as its owner sees it. */
export const ShownItem = z.object({
  id: z.string(),
  kind: Kind,
  title: z.string(),
  resourceUrl: z.string(),
  source: z.string(),
  sourceId: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  /** What was asked for, as it was asked for. */
  content: z.record(z.string(), z.unknown()),
  /** What was found out about it later. */
  found: z.record(z.string(), z.unknown()).nullable(),
  /** Whether more is being found out. */
  pending: z.boolean(),
  /** Why the last attempt to find out more found nothing. */
  problem: z.string().nullable(),
  /** What its owner can do with it now. */
  can: z.array(z.string()),
});

export function shownItem(item: Item): z.output<typeof ShownItem> {
  const kind = itemKind(item.kind);
  return ShownItem.parse({
    ...item,
    resourceUrl: pageOf(kind, item.id),
    createdAt: iso(item.createdAt),
    updatedAt: iso(item.updatedAt),
    completedAt: item.completedAt === null ? null : iso(item.completedAt),
    pending: isPending(item),
    can: can(item, { isTask: kind.isTask, errand: errandOf(kind) }),
  });
}

/** A mirror that nobody may have an account for is not worth a word yet. */
const isPending = ({ errand, image, problem, kind }: Item) =>
  errand !== null &&
  (errandOf(itemKind(kind)) !== 'mirror' || image !== null || problem !== null || errand.isAsked === true);

const iso = (ms: number) => new Date(ms).toISOString();
