interface Page {
  readonly isSecure: boolean;
  /** Its name changes with what is in it. */
  readonly isHashed: boolean;
  readonly connectsTo?: readonly string[];
}

const allowed = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

/** A page asks for itself anew each time; what it loads may be kept for good, because a new version has a new name. */
export function pageHeaders({ isSecure, isHashed, connectsTo = [] }: Page): Readonly<Record<string, string>> {
  const policy = { ...allowed, 'connect-src': ["'self'", ...connectsTo].join(' ') };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
