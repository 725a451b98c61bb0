import type { Connection, Platform } from '../../api/connections.ts';

export interface ConnectProps {
  readonly platform: Platform;
  /** What gets new credentials; null for a new connection. */
  readonly renewed: Connection | null;
  readonly onDone: () => void;
}
