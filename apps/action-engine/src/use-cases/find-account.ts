import type { Account } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';
import type { Wished } from '../domain/performance.ts';
import type { ActionEnginePorts } from '../ports.ts';

/** Throws NOT_FOUND: without an account nothing is done, and nothing is made believe. */
export async function findAccount(
  { accounts }: Pick<ActionEnginePorts, 'accounts'>,
  userId: string,
  { platform, connectionId }: Pick<Wished, 'platform' | 'connectionId'>,
): Promise<Account> {
  const account = await accounts.find(userId, platform, connectionId);
  if (account !== null) return account;
  const which =
    connectionId === null ? `No account of ${platform} is connected` : `There is no such ${platform} account`;
  throw new AppError('NOT_FOUND', which, { details: { path: 'connection', platform } });
}
