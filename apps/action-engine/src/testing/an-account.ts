import type { AccountSecret } from '../domain/account-secret.ts';
import type { Connection } from '../domain/connection.ts';

export const aConnection = (of: Partial<Connection> = {}): Connection => ({
  id: 'connection-1',
  userId: 'anna',
  platform: 'slack',
  label: 'work',
  settings: {},
  scopes: [],
  health: 'healthy',
  connectedAt: 1,
  lastUsedAt: null,
  ...of,
});

export const anEnteredSecret = (accessToken = 'canary-entered'): AccountSecret => ({
  kind: 'entered',
  credentials: { accessToken },
});
