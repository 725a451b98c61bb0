import * as z from 'zod/mini';
import { Action, ActionPage, ActionType, actionStatuses, TimelineEvent } from './action.ts';
import type { Caller } from './caller.ts';

/** Which actions a list holds; null for all. */
export const Wanted = z.object({
  statuses: z.nullable(z.readonly(z.array(z.enum(actionStatuses)))),
  type: z.nullable(z.string()),
});
export type Wanted = z.infer<typeof Wanted>;

export interface Edit {
  readonly type?: string;
  readonly title?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** As many as the API gives at once. */
const pageSize = 100;

const One = z.object({ action: Action });

export function createActionsApi(call: Caller) {
  const at = (id: string) => `/actions/${encodeURIComponent(id)}`;
  const decide = async (id: string, body: object, ifMatch?: number) =>
    (await call('PATCH', at(id), { answer: One, body, ...(ifMatch !== undefined && { ifMatch }) })).action;

  return {
    list: ({ statuses, type }: Wanted, cursor: string | null, signal: AbortSignal) => {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...(statuses !== null && { status: statuses.join(',') }),
        ...(type !== null && { type }),
        ...(cursor !== null && { cursor }),
      });
      return call('GET', `/actions?${query}`, { answer: ActionPage, signal });
    },
    get: async (id: string, signal: AbortSignal) => (await call('GET', at(id), { answer: One, signal })).action,
    batch: async (actionIds: readonly string[]) =>
      (await call('POST', '/actions/batch', { answer: z.object({ actions: z.array(Action) }), body: { actionIds } }))
        .actions,
    timeline: async (id: string) =>
      (await call('GET', `${at(id)}/events`, { answer: z.object({ events: z.array(TimelineEvent) }) })).events,
    types: async () =>
      (await call('GET', '/actions/types', { answer: z.object({ types: z.array(ActionType) }) })).types,
    /** A yes to exactly what was shown: its `rev` goes along. */
    approve: ({ id, rev }: Action) => decide(id, { status: 'pending' }, rev),
    reject: ({ id }: Action) => decide(id, { status: 'rejected' }),
    archive: ({ id }: Action) => decide(id, { status: 'archived' }),
    edit: ({ id, rev }: Action, edit: Edit) => decide(id, edit, rev),
    retry: async ({ id }: Action, confirmMayDuplicate: boolean) =>
      (await call('POST', `${at(id)}/retry`, { answer: One, body: { confirmMayDuplicate } })).action,
    resolveDuplicate: ({ id }: Action, action: 'skip' | 'update') =>
      call('POST', `${at(id)}/resolve-duplicate`, { answer: z.object({ status: z.string() }), body: { action } }),
    delete: ({ id }: Action) => call('DELETE', at(id), { answer: z.object({}) }),
  };
}

export type ActionsApi = ReturnType<typeof createActionsApi>;
