export { createOperations, type Operations, type OperationsSettings } from './create-operations.ts';
export type { Account, Performed, Wish } from './wish.ts';
