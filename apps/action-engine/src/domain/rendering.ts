import { contentHash } from '@intexuraos/kernel';
import type { Wished } from './performance.ts';

/** Names exactly what would be sent, and where. Whoever approved this digest approved nothing else. */
export const digestOf = (wished: Wished): string => contentHash(wished);
