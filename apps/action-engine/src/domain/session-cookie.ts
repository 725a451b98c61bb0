/** 256 bits in base64url. */
const shape = /^[\w-]{43}$/;

const lifeSeconds = 600;

export interface SessionCookie {
  /** What the browser sent, if it looks like one of ours. */
  read(cookieHeader: string | undefined): string | null;
  /** The `Set-Cookie` that gives it to the browser. */
  write(value: string): string;
}

/**
 * What tells the browser that began to connect an account from all others. `__Host-` (RFC 6265bis 4.1.3.2) keeps other
 * hosts of the same domain from setting it; plain http, on one machine, cannot have that.
 */
export function sessionCookieFor(redirectUri: string): SessionCookie {
  const isSecure = redirectUri.startsWith('https:');
  const name = isSecure ? '__Host-intexuraos-connect' : 'intexuraos-connect';
  return {
    read(header = '') {
      const values = header
        .split(';')
        .map((pair) => pair.trim().split('='))
        .flatMap(([key, value]) => (key === name && value !== undefined && shape.test(value) ? [value] : []));
      return values.length === 1 ? (values[0] ?? null) : null;
    },
    write: (value) =>
      `${name}=${value}; Path=/; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  };
}
