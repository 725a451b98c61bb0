import { exportCorrections } from './export-corrections.ts';
import { ingestCommandSubscription } from './ingest-command.ts';
import { readCommandEndpoint } from './read-command.ts';
import { readOwnCommandEndpoint } from './read-own-command.ts';
import { retryPendingEndpoint } from './retry-pending.ts';
import { sendCommand } from './send-command.ts';
import { takeCommandEndpoint } from './take-command.ts';

/** All that commands-agent answers. */
export const endpoints = [
  sendCommand,
  readOwnCommandEndpoint,
  takeCommandEndpoint,
  readCommandEndpoint,
  ingestCommandSubscription,
  exportCorrections,
  retryPendingEndpoint,
] as const;
