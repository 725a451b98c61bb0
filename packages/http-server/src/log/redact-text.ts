type Mask = readonly [RegExp, string | ((found: string) => string)];

const lastFour = (phone: string) => `…${phone.replace(/\D/g, '').slice(-4)}`;

const tokens: readonly Mask[] = [
  [/eyJ[\w-]{4,}\.[\w-]+(\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
];

const secrets: readonly Mask[] = [
  ...tokens,
  [/([?&](?:[\w-]*(?:token|secret|key|signature)|code|state)=)[^&\s"']+/gi, '$1[redacted]'],
  [
    /("(?:[\w-]*(?:token|secret|password|api_?key|authorization|cookie)|code|replyText|message|title|prompt|text|body|summary)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi,
    '$1"[redacted]"',
  ],
  [/[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+/g, '[email]'],
  [/[A-Za-z0-9_~+/=-]{32,}/g, '[long]'],
  [/\+?\d[\d ()-]{5,20}\d/g, lastFour],
];

const masked = (text: string, masks: readonly Mask[]) =>
  masks.reduce(
    (cleaned, [pattern, mask]) =>
      typeof mask === 'string' ? cleaned.replace(pattern, mask) : cleaned.replace(pattern, mask),
    text,
  );

/** Without bearer tokens and JWTs; cheap enough for every string of a log line. */
export const maskTokens = (text: string): string =>
  text.includes('eyJ') || /\b(bearer|basic) /i.test(text) ? masked(text, tokens) : text;

/**
 * Foreign text without tokens, keys, addresses and what a person wrote; of a phone number the last four digits stay.
 * Meant for a few kilobytes: errors of others, samples of undeliverable messages.
 */
export const maskSecrets = (text: string): string => masked(text, secrets);
