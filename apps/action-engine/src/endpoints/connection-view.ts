import { z } from 'zod';
import type { Connection } from '../domain/connection.ts';

/** What a person sees of an account of theirs: never a secret. */
export const ShownConnection = z.object({
  id: z.string(),
  platform: z.string(),
  label: z.string(),
  settings: z.record(z.string(), z.json()),
  scopes: z.array(z.string()).readonly(),
  health: z.enum(['healthy', 'needs_reconnect']),
  connectedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});

export const shownConnection = (connection: Connection): z.input<typeof ShownConnection> => ({
  ...connection,
  connectedAt: new Date(connection.connectedAt).toISOString(),
  lastUsedAt: connection.lastUsedAt === null ? null : new Date(connection.lastUsedAt).toISOString(),
});

/** Names of ours are words: `google_calendar`. */
export const PlatformName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'expected a name like "google_calendar"');
export const Label = z.string().trim().min(1).max(80);
/** What the connector's own schema looks at. */
export const Fields = z.record(z.string(), z.json());
