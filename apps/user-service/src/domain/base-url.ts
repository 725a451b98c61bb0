export type BaseUrlVerdict = { readonly url: string } | { readonly problem: string };

const localNames = /^(?:[^.]+|.*\.(?:localhost|local|internal|home\.arpa))\.?$/;
const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);
const isAddress = (host: string) => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);

/**
 * The address of a language model, as a person may choose it: https to a public name on the usual ports. Where the
 * person and the machine are one (`loopbackAllowed`), also http and any port of the machine itself.
 * A name can still resolve to a private address; whoever connects must check what it resolved to.
 */
export function checkBaseUrl(
  written: string,
  { loopbackAllowed }: { readonly loopbackAllowed: boolean },
): BaseUrlVerdict {
  const url = URL.parse(written);
  if (!url) return { problem: 'expected a URL' };
  if (url.username || url.password) return { problem: 'expected a URL without user and password' };
  if (url.search || url.hash) return { problem: 'expected a URL without "?" and "#"' };
  if (loopbackAllowed && isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) return accepted(url);
  if (url.protocol !== 'https:') return { problem: 'expected https' };
  if (!['', '443', '8443'].includes(url.port)) return { problem: 'expected port 443 or 8443' };
  if (isAddress(url.hostname) || localNames.test(url.hostname)) return { problem: 'expected a public host name' };
  return accepted(url);
}

/** Without the slash at the end, so that paths can be appended. */
const accepted = (url: URL): BaseUrlVerdict => ({ url: url.href.replace(/\/+$/, '') });
