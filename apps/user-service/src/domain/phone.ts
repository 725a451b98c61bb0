/**
 * A phone number in E.164 form (`+48123456789`), however it was written: WhatsApp writes it without the plus.
 * Null when it cannot be one: E.164 has at most 15 digits, and nobody has fewer than 7.
 */
export function toPhone(written: string): string | null {
  const digits = written.replace(/[\s().+-]/g, '');
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
}
