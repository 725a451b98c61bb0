import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** The host resolves to an address that is not public. */
export class BlockedAddressError extends Error {
  constructor(host: string) {
    super(`${host} is not at a public address`);
    this.name = 'BlockedAddressError';
  }
}

export type Resolve = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves for one connection and refuses the host when any of its addresses is not public. The connection goes to
 * exactly the addresses that were looked at here: a name that resolves differently a moment later gains nothing.
 */
export const createGuardedLookup =
  (resolve: Resolve = systemLookup): LookupFunction =>
  (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new BlockedAddressError(host), '');
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
