import normalizeUrl from 'normalize-url';

/** What links carry to tell their owners who clicked where; it names no other page. */
const trackers = [
  /^utm_/i,
  /^(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id)$/i,
];

/**
 * Two addresses of one page become equal: without regard to http or https, a slash at the end, the order of what
 * follows "?", and trackers. What follows "#" is a place on the page, unless the page is an application that keeps its
 * own paths there (`#/`, `#!`). Only for comparing: it is never fetched.
 */
export function sameAddress(written: string): string {
  const isApplication = /#[/!]/.test(written);
  return normalizeUrl(written, {
    forceHttps: true,
    stripHash: !isApplication,
    stripTextFragment: true,
    stripWWW: false,
    removeQueryParameters: trackers,
    removeTrailingSlash: true,
    sortQueryParameters: true,
  });
}
