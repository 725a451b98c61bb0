import type { Feedback } from '@intexuraos/contracts';
import { endpointsOf } from '@intexuraos/http-server';
import type { Item } from '../domain/item.ts';
import { pageOf } from '../items/define.ts';
import { itemKind } from '../items/index.ts';
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
