import { answerReply } from './answer-reply.ts';
import { backTestRule } from './back-test-rule.ts';
import { batchActions } from './batch-actions.ts';
import { createAction } from './create-action.ts';
import { deleteAction } from './delete-action.ts';
import { executeAction } from './execute-action.ts';
import { feedChange } from './feed-change.ts';
import { getAction } from './get-action.ts';
import { getFigures } from './get-figures.ts';
import { getTimeline } from './get-timeline.ts';
import { listActionTypes } from './list-action-types.ts';
import { listActions } from './list-actions.ts';
import { listStuck } from './list-stuck.ts';
import { patchAction } from './patch-action.ts';
import { previewAction } from './preview-action.ts';
import { processAction } from './process-action.ts';
import { recordMessageStatus } from './record-message-status.ts';
import { repeatUndelivered } from './repeat-undelivered.ts';
import { resolveDuplicate } from './resolve-duplicate.ts';
import { retryAction } from './retry-action.ts';
import { retryPending } from './retry-pending.ts';
import { streamActions } from './stream-actions.ts';

/** The API's table of contents. */
export const endpoints = [
  createAction,
  listActions,
  streamActions,
  listActionTypes,
  batchActions,
  backTestRule,
  getAction,
  getTimeline,
  previewAction,
  patchAction,
  deleteAction,
  executeAction,
  retryAction,
  resolveDuplicate,
  retryPending,
  processAction,
  answerReply,
  recordMessageStatus,
  repeatUndelivered,
  feedChange,
  listStuck,
  getFigures,
] as const;
