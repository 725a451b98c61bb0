import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Passwords } from '../../ports.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const strength = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

/** Hashes with argon2id, kept in the PHC string format, so that the strength can be raised later. */
export function createPasswords(): Passwords {
  const nobodys = hash('the password of nobody');
  return {
    hash,
    async fits(password, kept) {
      const fits = await verify(password, kept ?? (await nobodys));
      return fits && kept !== null;
    },
  };
}

async function hash(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive({ ...strength, message: password, nonce });
  const { memory, passes, parallelism } = strength;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

async function verify(password: string, kept: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = phc.exec(kept) ?? [];
  const expected = Buffer.from(tag, 'base64');
  const derived = await derive({
    message: password,
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(derived, expected);
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
