import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';

const textOf = ({ status, approval }: Action) =>
  status === 'pending' && approval !== null ? texts.approvedStatus : texts.statuses[status];

export const StatusPill = ({ action }: { readonly action: Action }) => (
  <span className={`status status-${action.status}`}>{textOf(action)}</span>
);
