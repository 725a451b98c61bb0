const secretCharsMin = 6;
/** A scheme stands before a token, as in `Bearer …`; the token alone is secret too. */
const tokenCharsMin = 12;
const mask = '[secret]';

/** Takes every string of what is secret out of a text that a platform wrote. */
export function redact(text: string, secrets: unknown): string {
  return stringsIn(secrets).reduce((rest, secret) => rest.replaceAll(secret, mask), text);
}

/** The same for facts of any shape. */
export function redactFacts(facts: unknown, secrets: unknown): unknown {
  return facts === undefined ? undefined : JSON.parse(redact(JSON.stringify(facts), secrets));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return formsOf(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** As it is, as it stands in a URL, as it stands in JSON, and the tokens in it. */
function formsOf(secret: string): readonly string[] {
  const whole = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  const tokens = secret.split(/\s+/).filter(({ length }) => length >= tokenCharsMin);
  return [...whole.filter(({ length }) => length >= secretCharsMin), ...tokens];
}
