import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { secureRandomBytes } from './adapters/secure-random-bytes.ts';
import { keyBytes } from './aes-gcm.ts';
import type { Kek } from './local-key-wrapper.ts';

/**
 * The master keys of one machine: a file with one base64 key per line, newest first, which only its owner may read.
 * The first start makes it. To rotate, put a new line on top, re-wrap all records, then remove the old line.
 * Throws when others may read the file, or when a line is not a key; the message has no part of a key.
 */
export function loadLocalKeks(path: string): readonly Kek[] {
  createOnce(path);
  if ((statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} holds the master key, but others than its owner may read it: chmod 600 it`);
  const keys = readFileSync(path, 'utf8').trim().split(/\s+/).map(toKey);
  if (keys.some((key) => key.length !== keyBytes))
    throw new Error(`${path} must hold one base64 key of ${keyBytes} bytes on each line`);
  return keys.map((key) => ({ id: idOf(key), key }));
}

const toKey = (line: string) => Buffer.from(line, 'base64');

/** A name that says nothing about the key, and is the same wherever the key is. */
const idOf = (key: Buffer) => `local-${createHash('sha256').update('kek-id').update(key).digest('hex').slice(0, 12)}`;

/** The link makes the whole file appear at once, also when two processes start together; the first one wins. */
function createOnce(path: string) {
  if (exists(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${secureRandomBytes(6).toString('hex')}`;
  writeFlushed(draft, `${secureRandomBytes(keyBytes).toString('base64')}\n`);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!exists(path)) throw error;
  } finally {
    rmSync(draft);
  }
}

const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;

function writeFlushed(path: string, text: string) {
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
}
