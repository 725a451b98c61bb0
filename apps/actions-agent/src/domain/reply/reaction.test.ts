import { describe, expect, test } from '@jest/globals';
import { readReaction } from './reaction.ts';

const reading = (emoji: string) => Array.from(emoji.split(' '), readReaction);

describe('a reaction', () => {
  test('thumbs up in every skin tone and check marks approve', () => {
    expect(new Set(reading('👍 👍🏻 👍🏼 👍🏽 👍🏾 👍🏿 ✅ ✔ ✔️ ☑ ☑️ ✓'))).toEqual(new Set(['approve']));
  });

  test('thumbs down in every skin tone and crosses reject', () => {
    expect(new Set(reading('👎 👎🏻 👎🏼 👎🏽 👎🏾 👎🏿 ❌ ✖ ✖️ ❎ ✗ ✘'))).toEqual(new Set(['reject']));
  });

  test('anything else is asked about', () => {
    expect(new Set(reading('❤️ 😂 🙏 👌 🤔 😮 🎉 👍👎 👍👍 👍x yes approve 1'))).toEqual(new Set(['unclear']));
  });

  test('a reaction taken back, a skin tone alone and a very long one say nothing', () => {
    expect(['', '🏽', '\uFE0F', '👍'.repeat(40_000)].map(readReaction)).toEqual([
      'unclear',
      'unclear',
      'unclear',
      'unclear',
    ]);
  });
});
