import { addConnection } from './add-connection.ts';
import { addPerson } from './add-person.ts';
import { changeConnection } from './change-connection.ts';
import { finishOAuth } from './finish-oauth.ts';
import { listConnections } from './list-connections.ts';
import { listOperations } from './list-operations.ts';
import { listPlatforms } from './list-platforms.ts';
import { removeConnection } from './remove-connection.ts';
import { retryPending } from './retry-pending.ts';
import { rewrapConnections } from './rewrap-connections.ts';
import { showCallbackPage } from './show-callback-page.ts';
import { showKeySet } from './show-key-set.ts';
import { signIn } from './sign-in.ts';
import { startOAuth } from './start-oauth.ts';

/** The API's table of contents. */
export const endpoints = [
  listOperations,
  retryPending,
  signIn,
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
