import { createHash } from 'node:crypto';
import type { Action, Ask } from './action.ts';
import type { Context } from './context.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 5;

/** An ask never ends sooner than this, so that there is time to read it. */
const askShortestMs = 60_000;

/**
 * Five Crockford base-32 characters that stand for one version of one action: the same in the message, on the page
 * and in the receipt. `salt` is above 0 only when another open ask of the person has that code.
 */
export function askCode(action: Pick<Action, 'id' | 'version' | 'contentHash'>, salt: number): string {
  const name = [action.id, action.version, action.contentHash, ...(salt > 0 ? [salt] : [])].join('|');
  const bytes = createHash('sha256').update(name).digest();
  return Array.from(bytes.subarray(0, codeLength), (byte) => crockford[byte % crockford.length]).join('');
}

/** The same for the same action and round, so that an ask decided twice because of a crash is one ask. */
export const askId = (actionId: string, round: number) =>
  createHash('sha256').update(`ask|${actionId}|${round}`).digest('base64url').slice(0, 16);

export const askKey = (action: Pick<Action, 'id' | 'version' | 'asksMade'>) =>
  `ask:${action.id}:${action.version}:${action.asksMade}`;

const repeatStart = (action: Pick<Action, 'id' | 'version' | 'asksMade'>) =>
  `changed:${action.id}:${action.version}:${action.asksMade}.`;

/** The key of a message that shows the present question once more. */
export const repeatKey = (action: Pick<Action, 'id' | 'version' | 'asksMade'>, occasion: string) =>
  `${repeatStart(action)}${occasion}`;

export const isRepeatKey = (action: Pick<Action, 'id' | 'version' | 'asksMade'>, key: string) =>
  key.startsWith(repeatStart(action));

/** When an ask made now would end, Unix milliseconds: as the type says of the facts that are known, or by default. */
export function askEnd(action: Action, { now, policy, typeOf }: Context): number {
  const endsAt = typeOf(action.type)?.askEndsAt(action) ?? now + policy.askLifetimeMs;
  return Math.max(endsAt, now + askShortestMs);
}

/** The action with a fresh ask for its present version. */
export function withNewAsk(action: Action, context: Context): Action & { readonly ask: Ask } {
  const round = action.asksMade + 1;
  const ask: Ask = {
    id: askId(action.id, round),
    version: action.version,
    createdAt: context.now,
    expiresAt: askEnd(action, context),
    clarifications: 0,
    hint: null,
    code: askCode(action, context.codeSalt),
    delivery: { status: 'due' },
  };
  return { ...action, ask, asksMade: round };
}
