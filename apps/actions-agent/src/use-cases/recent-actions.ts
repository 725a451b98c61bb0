import type { Actions, ApprovalMessage, ApprovalMessages, Loaded, Ports } from '../ports.ts';
import { Recent } from './recent.ts';

/** More than are under way at once on a busy process; each is a few kilobytes. */
const keptMax = 500;

/** What this process wrote last of each action. */
export interface RecentActions {
  /**
   * Marked as recalled: somebody else may have written since. A change may start from it, because a conditional write
   * notices that; that something is impossible, or nothing is left to do, has to be read.
   */
  of(id: string): Loaded | null;
  /** Which question a message is, so that an answer finds it before that is written. */
  heard(message: ApprovalMessage): void;
}

/** The ports, with all that is written through them remembered. */
export function remembering(ports: Ports): { readonly ports: Ports; readonly recent: RecentActions } {
  const recent = new Recent<Loaded>(keptMax);
  const messages = new Recent<ApprovalMessage>(keptMax);
  const actions: Actions = {
    ...ports.actions,
    async create(action) {
      const created = await ports.actions.create(action);
      recent.keep(action.id, { ...created.loaded, isRecalled: true });
      return created;
    },
    async updateStatusIf(expected, next, alongside, durability) {
      const update = await ports.actions.updateStatusIf(expected, next, alongside, durability);
      if (update.outcome === 'not_found') recent.forget(next.id);
      else recent.keep(next.id, { ...update.loaded, isRecalled: true });
      if (update.outcome === 'updated') for (const message of alongside.approvalMessages ?? []) heard(message);
      return update;
    },
  };
  const heard = (message: ApprovalMessage) => messages.keep(message.wamid, message);
  const approvalMessages: ApprovalMessages = {
    ...ports.approvalMessages,
    // Which question a message was never changes.
    byWamid: async (wamid) => messages.get(wamid) ?? ports.approvalMessages.byWamid(wamid),
  };
  return { ports: { ...ports, actions, approvalMessages }, recent: { of: (id) => recent.get(id), heard } };
}
