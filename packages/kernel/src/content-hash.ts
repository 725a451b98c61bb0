import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Hex SHA-256 of a value's canonical JSON (RFC 8785): equal values have equal hashes, whatever the key order. */
export function contentHash(value: unknown): string {
  return hash('sha256', canonicalize(value) ?? '', 'hex');
}
