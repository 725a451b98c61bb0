import { isSecretOf, sessionKey } from '../domain/login.ts';
import type { ActionEnginePorts } from '../ports.ts';

/** Ends the session that the token belongs to; what is worth nothing ends nothing (RFC 7009 2.2). */
export async function signOut({ logins }: Pick<ActionEnginePorts, 'logins'>, refreshToken: string): Promise<void> {
  const { id, secret } = sessionKey(refreshToken);
  const kept = await logins.session(id);
  if (kept !== null && isSecretOf(kept.session, secret)) await logins.end(id);
}
