import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

const Mirror = z.object({
  kind: z.string(),
  platform: z.string(),
  isOn: z.boolean(),
  connection: z.nullable(z.string()),
});
export type Mirror = z.infer<typeof Mirror>;
const Mirrors = z.object({ mirrors: z.array(Mirror) });

/** Which kinds of items also appear on an outside platform. */
export const createMirrorsApi = (call: Caller) => ({
  list: async (signal: AbortSignal) => (await call('GET', '/mirrors', { answer: Mirrors, signal })).mirrors,
  change: async (body: Pick<Mirror, 'kind'> & Partial<Pick<Mirror, 'isOn' | 'connection'>>) =>
    (await call('PUT', '/mirrors', { answer: Mirrors, body })).mirrors,
});
