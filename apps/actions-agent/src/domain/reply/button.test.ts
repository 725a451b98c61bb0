import { describe, expect, test } from '@jest/globals';
import { buttonIdCharsMax, readButton, signButton } from './button.ts';

const claim = {
  actionId: '5f0e4c1e-1c5d-8d2b-9d3e-0a1b2c3d4e5f',
  version: 3,
  decision: 'approve',
  askId: 'aZ_-0123456789ab',
} as const;
const userId = 'auth0|5f7c8ec7c33c6c004bbafe82';
const id = signButton({ secret: 'secret', userId, ...claim });
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

describe('a signed button', () => {
  test('says what it was signed for', () => {
    expect(readButton('secret', id, userId)).toEqual(claim);
  });

  test('says so for a refusal too', () => {
    const no = signButton({ secret: 'secret', userId, ...claim, decision: 'reject' });
    expect(readButton('secret', no, userId)).toEqual({ ...claim, decision: 'reject' });
  });

  test('is nothing in the hand of another person', () => {
    expect(readButton('secret', id, 'auth0|somebody-else')).toBeNull();
  });

  test('is nothing under another secret', () => {
    expect(readButton('other secret', id, userId)).toBeNull();
  });

  test('is nothing once any one character is another', () => {
    const tampered = Array.from(id).flatMap((was, at) =>
      Array.from(alphabet)
        .filter((character) => character !== was)
        .map((character) => id.slice(0, at) + character + id.slice(at + 1)),
    );
    expect(tampered.length).toBeGreaterThan(5_000);
    expect(tampered.filter((other) => readButton('secret', other, userId) !== null)).toEqual([]);
  });

  test('is nothing when it is cut, longer, empty or of another kind', () => {
    const others = [
      '',
      'a1',
      id.slice(0, -1),
      `${id}A`,
      `${id}.`,
      ` ${id}`,
      `${id}\n`,
      id.replace('a1.', 'a2.'),
      'x'.repeat(70_000),
    ];
    expect(others.filter((other) => readButton('secret', other, userId) !== null)).toEqual([]);
  });

  test('fits into a WhatsApp button with the longest ids there are', () => {
    const long = {
      actionId: 'a'.repeat(128),
      version: 999_999_999,
      decision: 'reject',
      askId: 'b'.repeat(64),
    } as const;
    const longest = signButton({ secret: 'secret', userId: 'u'.repeat(128), ...long });
    expect(longest.length).toBeLessThanOrEqual(buttonIdCharsMax);
    expect(readButton('secret', longest, 'u'.repeat(128))).toEqual(long);
  });

  test('is not made for ids that it could not carry', () => {
    expect(() => signButton({ secret: 'secret', userId, ...claim, actionId: 'a.b' })).toThrow(RangeError);
    expect(() => signButton({ secret: 'secret', userId, ...claim, version: 0 })).toThrow(RangeError);
  });
});
