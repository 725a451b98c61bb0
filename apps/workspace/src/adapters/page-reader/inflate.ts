import type { Duplex, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** How pages come packed. Each is unpacked as it is read, so nothing that is longer unpacked than we read costs more. */
const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export const acceptedEncodings = 'gzip, deflate, br';

/** The body as it was before it was packed; null for what we do not unpack, packed twice included. */
export function unpacked(body: Readable, encoding: string): Readable | null {
  if (encoding === 'identity') return body;
  const unpacker = unpackers[encoding]?.();
  if (!unpacker) return null;
  body.on('error', (error) => unpacker.destroy(error));
  unpacker.on('close', () => body.destroy());
  return body.pipe(unpacker);
}
