import { describe, expect, test } from '@jest/globals';
import { anAction, anActionIn } from '../testing/an-action.ts';
import { decided, say } from '../testing/decided.ts';
import type { Channel } from './action.ts';
import { decisionOf, whoDecided } from './decision.ts';

const asked = decided(anAction(), { name: 'ask' });

describe('who decided', () => {
  test.each<[Channel, string]>([
    ['web', 'You decided that on the web.'],
    ['whatsapp-button', 'You decided that in the chat, with a button.'],
    ['whatsapp-reaction', 'You decided that in the chat, with a reaction.'],
    ['whatsapp-text', 'You decided that in the chat, in words.'],
  ])('through %s is told: "%s"', (channel, sentence) => {
    expect(whoDecided(decided(asked, say.approve({ channel })))).toBe(sentence);
    expect(whoDecided(decided(asked, say.reject({ channel })))).toBe(sentence);
  });

  test('is the rule, where one did', () => {
    const ruled = decided(anAction({ type: 'sure' }), { name: 'autoApprove', rule: 'sure@1' });
    expect(whoDecided(ruled)).toBe('Your rule "What is sure" decided that.');
  });

  test('is nobody while a question is open, or where it ended by itself', () => {
    expect(decisionOf(anAction())).toBeNull();
    expect(decisionOf(asked)).toBeNull();
    expect(decisionOf(decided(decided(asked, say.approve()), say.edit()))).toBeNull();
    const expired = decided(asked, { name: 'expire' }, { now: (asked.ask?.expiresAt ?? 0) + 1 });
    expect([decisionOf(expired)?.event, whoDecided(expired)]).toEqual(['expire', null]);
    expect(whoDecided(anActionIn('completed'))).toBeNull();
  });

  test('is who said the last word, when there were several', () => {
    const rejected = decided(asked, say.reject({ channel: 'whatsapp-text' }));
    expect(decisionOf(decided(rejected, say.archive()))).toMatchObject({ event: 'archive', channel: 'web' });
  });
});
