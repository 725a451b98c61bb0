import ipaddr from 'ipaddr.js';

/**
 * Ranges that the library counts as unicast or that carry an IPv4 address inside: whoever answers there may be inside
 * our own network.
 */
const hidden = [
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  '2001::/32',
  '::ffff:0:0/96',
  'fec0::/10',
  '192.88.99.0/24',
].map((range) => ipaddr.parseCIDR(range));

/** Whether an address belongs to the open Internet (RFC 6890 has the ranges that do not). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && !hidden.some(([range, bits]) => isWithin(parsed, range, bits));
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, range: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean {
  return address.kind() === range.kind() && address.match([range, bits] as [ipaddr.IPv4 & ipaddr.IPv6, number]);
}
