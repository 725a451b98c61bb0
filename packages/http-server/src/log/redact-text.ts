/** What must not be readable in a kept message or a log line, and what stands in its place. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/eyJ[\w-]{4,}\.[\w-]+(\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [
    /("(?:[\w-]*(?:token|secret|password|api_?key|authorization|cookie)|code|replyText|message|title|prompt|text|body|summary)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi,
    '$1"[redacted]"',
  ],
  [/[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+/g, '[email]'],
  [/\+?\d[\d ()-]{5,}(?=\d{4}\b)/g, '…'],
];

/** Free text without tokens, passwords, messages, addresses; of a phone number the last four digits stay. */
export const redactText = (text: string): string =>
  masks.reduce((cleaned, [pattern, mask]) => cleaned.replace(pattern, mask), text);
