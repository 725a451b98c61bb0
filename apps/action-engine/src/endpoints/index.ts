import { listOperations } from './list-operations.ts';
import { retryPending } from './retry-pending.ts';

/** The API's table of contents. */
export const endpoints = [listOperations, retryPending];
