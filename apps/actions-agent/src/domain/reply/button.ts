import { createHmac, timingSafeEqual } from 'node:crypto';

export type ButtonDecision = 'approve' | 'reject';

/** What a button stands for: one decision of one person about one ask of one version. */
export interface ButtonClaim {
  readonly actionId: string;
  readonly version: number;
  readonly decision: ButtonDecision;
  readonly askId: string;
}

const scheme = 'a1';
const macBytes = 16;
const letters = { approve: 'y', reject: 'n' } as const;
const decisions: Readonly<Record<string, ButtonDecision>> = { y: 'approve', n: 'reject' };

/** WhatsApp cuts no id, it refuses a longer one: https://developers.facebook.com/docs/whatsapp (reply buttons). */
export const buttonIdCharsMax = 256;

const shape = /^a1\.([A-Za-z0-9_-]{1,128})\.([1-9]\d{0,8})\.([yn])\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})$/;

/** Over JSON, so that no two different claims have the same text. */
function macOf(secret: string, userId: string, claim: ButtonClaim): string {
  const text = JSON.stringify([scheme, claim.actionId, claim.version, userId, claim.decision, claim.askId]);
  return createHmac('sha256', secret).update(text).digest().subarray(0, macBytes).toString('base64url');
}

/** Compares the characters, not the bytes they decode to: the last one holds four bits that a decoder ignores. */
const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The id of a button: `a1.<actionId>.<version>.<decision>.<askId>.<mac>`, at most 256 characters. */
export function signButton(button: ButtonClaim & { readonly secret: string; readonly userId: string }): string {
  const { secret, userId, ...claim } = button;
  const mac = macOf(secret, userId, claim);
  const id = [scheme, claim.actionId, claim.version, letters[claim.decision], claim.askId, mac].join('.');
  if (!shape.test(id)) throw new RangeError('A button cannot carry this action id, version or ask id.');
  return id;
}

/** What a tapped button claims, or null when we did not sign it for this person. */
export function readButton(secret: string, id: string, userId: string): ButtonClaim | null {
  if (id.length > buttonIdCharsMax) return null;
  const [, actionId, version, letter = '', askId, mac] = shape.exec(id) ?? [];
  const decision = decisions[letter];
  if (!actionId || !askId || !mac || !decision) return null;
  const claim = { actionId, version: Number(version), decision, askId };
  return isSame(mac, macOf(secret, userId, claim)) ? claim : null;
}
