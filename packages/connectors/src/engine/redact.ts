const secretCharsMin = 6;
const mask = '[secret]';

/** Takes every string of the credentials out of a text that a platform wrote. */
export function redact(text: string, credentials: unknown): string {
  return secretsIn(credentials).reduce((rest, secret) => rest.replaceAll(secret, mask), text);
}

/** The same for facts of any shape. */
export function redactFacts(facts: unknown, credentials: unknown): unknown {
  return facts === undefined ? undefined : JSON.parse(redact(JSON.stringify(facts), credentials));
}

function secretsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= secretCharsMin ? [value, encodeURIComponent(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
