import type { Feedback } from '@intexuraos/contracts';
import { endpointsOf } from '@intexuraos/http-server';
import { z } from 'zod';
import type { Item } from '../domain/item.ts';
import { pageOf } from '../items/define.ts';
import { itemKind, type KindName, kindNames } from '../items/index.ts';
import type { WorkspacePorts } from '../ports.ts';

export const { endpoint } = endpointsOf<WorkspacePorts>();

/** In bytes, for what our own services send. */
export const internalBodyLimit = 256_000;

/** Where actions come from; the calls that carry a whole action do not say it. */
export const actionSource = 'actions-agent';

/** The feedback of a neighbour about what it has done. `root` makes the address of the resource absolute. */
export const done = (item: Item, { root = '' }: { readonly root?: string } = {}): Feedback => {
  const kind = itemKind(item.kind);
  return {
    status: 'completed',
    message: kind.doneText(item.content),
    resourceUrl: `${root}${pageOf(kind, item.id)}`,
  };
};

/** 201 for what is new; a repeated call gets the same answer, marked as repeated. */
export const createdOrRepeated = (created: boolean) =>
  created ? ([201, undefined] as const) : ([200, { 'idempotent-replayed': 'true' }] as const);

export const Kind = z.enum(kindNames as [KindName, ...KindName[]]);

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
  /** What was asked for, as it was asked for. */
  content: z.record(z.string(), z.unknown()),
  /** What was found out about it later. */
  found: z.record(z.string(), z.unknown()).nullable(),
});

export const shownItem = (item: Item): z.output<typeof ShownItem> =>
  ShownItem.parse({
    ...item,
    resourceUrl: pageOf(itemKind(item.kind), item.id),
    createdAt: new Date(item.createdAt).toISOString(),
    updatedAt: new Date(item.updatedAt).toISOString(),
  });
