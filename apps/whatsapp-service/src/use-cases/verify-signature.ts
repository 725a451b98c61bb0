import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@intexuraos/kernel';

/**
 * Refuses a body that does not come from our WhatsApp app. The signature covers the bytes as they arrived (Meta escapes
 * non-ASCII characters, so JSON that was parsed and written again has another one). All secrets are always tried.
 */
export function verifySignature(rawBody: Buffer, header: string | undefined, appSecrets: readonly string[]): void {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  const claimed = Buffer.from(given ?? '', 'hex');
  const matches = appSecrets.map((secret) => isSignedWith(secret, rawBody, claimed));
  if (!matches.includes(true)) throw new AppError('UNAUTHORIZED', 'The signature is missing or wrong');
}

function isSignedWith(secret: string, rawBody: Buffer, claimed: Buffer): boolean {
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  return claimed.length === expected.length && timingSafeEqual(claimed, expected);
}
