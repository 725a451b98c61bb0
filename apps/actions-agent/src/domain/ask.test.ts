import { describe, expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anAction, noon } from '../testing/an-action.ts';
import { askCode, askEnd, askId, askKey, withNewAsk } from './ask.ts';

describe('the code of a question', () => {
  const action = anAction({ id: 'a1' });

  test('is five characters that nobody confuses: no I, L, O or U', () => {
    const codes = Array.from({ length: 500 }, (_, at) => askCode(anAction({ id: `a${at}` }), 0));
    expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{5}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBeGreaterThan(495);
  });

  test('is the same for the same version of the same action', () => {
    expect(askCode(action, 0)).toBe(askCode({ ...action }, 0));
  });

  test.each([
    ['action', { id: 'a2' }],
    ['version', { version: 2 }],
    ['content', { title: 'Buy oat milk' }],
  ])('is another for another %s', (_, change) => {
    expect(askCode(anAction({ id: 'a1', ...change }), 0)).not.toBe(askCode(action, 0));
  });

  test('is another for each salt, so that a code that is taken can be given way to', () => {
    const codes = Array.from({ length: 8 }, (_, salt) => askCode(action, salt));
    expect(new Set(codes).size).toBe(8);
    expect(withNewAsk(action, aContext({ codeSalt: 3 })).ask.code).toBe(codes[3]);
  });
});

describe('a question', () => {
  test('has the same id and key if it is decided twice, and others in the next round', () => {
    const [once, twice] = [withNewAsk(anAction(), aContext()), withNewAsk(anAction(), aContext({ now: noon + 9 }))];
    expect(once.ask.id).toBe(twice.ask.id);
    expect(askKey(once)).toBe('ask:a1:1:1');
    const next = withNewAsk(once, aContext());
    expect(next.ask.id).not.toBe(once.ask.id);
    expect(askKey(next)).toBe('ask:a1:1:2');
    expect(askId('a1', 1)).not.toBe(askId('a2', 1));
  });

  test('lives for a day, or as long as its type says', () => {
    expect(askEnd(anAction(), aContext())).toBe(noon + 24 * 3_600_000);
    const start = noon + 7_200_000;
    expect(askEnd(anAction({ type: 'prepared', prepared: { start } }), aContext())).toBe(start);
  });

  test('leaves a minute to read it, however near its end', () => {
    expect(askEnd(anAction({ type: 'prepared', prepared: { start: noon } }), aContext())).toBe(noon + 60_000);
  });
});
