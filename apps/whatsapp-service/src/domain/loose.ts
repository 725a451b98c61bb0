/**
 * Reading JSON that somebody else wrote: what is not of the expected kind reads as absent, and nothing throws.
 * A webhook whose one odd field made the parser fail would lose every message that came with it.
 */
export type Loose = Readonly<Record<string, unknown>>;

const nothing: Loose = {};

/** The object, or an empty one. */
export function object(value: unknown): Loose {
  return isObject(value) ? value : nothing;
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The array's objects; other elements are left out. */
export function objects(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text, or null when it is absent, empty or of another kind. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Unix seconds, as WhatsApp writes them (a string of digits or a number), in milliseconds; null when unreadable. */
export function milliseconds(value: unknown): number | null {
  const seconds = typeof value === 'string' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) * 1000 : null;
}
