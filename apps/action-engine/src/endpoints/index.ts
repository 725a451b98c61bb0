import { addConnection } from './add-connection.ts';
import { addPerson } from './add-person.ts';
import { cancelSchedule } from './cancel-schedule.ts';
import { changeConnection } from './change-connection.ts';
import { changePassword } from './change-password.ts';
import { finishOAuth } from './finish-oauth.ts';
import { hearOfAction } from './hear-of-action.ts';
import { listConnections } from './list-connections.ts';
import { listOperations } from './list-operations.ts';
import { listPlatforms } from './list-platforms.ts';
import { listRequests } from './list-requests.ts';
import { listSchedules } from './list-schedules.ts';
import { performAction } from './perform-action.ts';
import { performOperation } from './perform-operation.ts';
import { previewOperation } from './preview-operation.ts';
import { readRequest } from './read-request.ts';
import { removeConnection } from './remove-connection.ts';
import { renewCallback } from './renew-callback.ts';
import { retryPending } from './retry-pending.ts';
import { rewrapConnections } from './rewrap-connections.ts';
import { showCallbackPage } from './show-callback-page.ts';
import { showCallbackSecret } from './show-callback-secret.ts';
import { showKeySet } from './show-key-set.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { startOAuth } from './start-oauth.ts';

/** The API's table of contents. */
export const endpoints = [
  performAction,
  previewOperation,
  performOperation,
  hearOfAction,
  listOperations,
  listRequests,
  readRequest,
  listSchedules,
  cancelSchedule,
  showCallbackSecret,
  renewCallback,
  retryPending,
  signIn,
  signOut,
  changePassword,
  addPerson,
  showKeySet,
  listPlatforms,
  listConnections,
  addConnection,
  changeConnection,
  removeConnection,
  rewrapConnections,
  startOAuth,
  showCallbackPage,
  finishOAuth,
];
