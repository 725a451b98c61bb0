import { isIP } from 'node:net';

const ports = new Set(['', '443', '8443']);
const localName = /^[^.]+$|\.(?:localhost|local|internal|home\.arpa)$/;

/**
 * Why a URL may not be read, or null. `URL` has made one form of all ways to write an address (decimal, hex, octal),
 * so an address is recognised here; what a name resolves to is looked at when the connection is made.
 */
export function urlProblem(url: URL): string | null {
  const host = url.hostname.replace(/\.$/, '');
  if (url.protocol !== 'https:') return 'only https is read';
  if (url.username || url.password) return 'an address with user or password is not read';
  if (!ports.has(url.port)) return 'only the ports 443 and 8443 are read';
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return 'a host must have a name';
  return localName.test(host) ? 'the host is not a public one' : null;
}
