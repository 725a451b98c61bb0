import { processorMs } from '@intexuraos/testing';
import { describe, expect, test } from '@jest/globals';
import { signButton } from './button.ts';
import { acceptModelAnswer, readReply } from './read-reply.ts';

const key = { secret: 'secret', userId: 'person' };
const claim = { actionId: 'action-1', version: 2, decision: 'approve', askId: 'ask-1' } as const;
const buttonId = signButton({ ...key, ...claim });

describe('the order of reading', () => {
  test('a button decides, whatever stands beside it', () => {
    expect(readReply({ text: 'no', reaction: '👎', buttonId }, key)).toEqual({
      reading: { intent: 'approve', layer: 'button', reason: 'signed button' },
      button: claim,
      wantsModel: false,
    });
  });

  test('a button that is not ours is unclear, though its text says yes', () => {
    const { reading, button, wantsModel } = readReply({ text: 'Yes', buttonId: `${buttonId.slice(0, -1)}_` }, key);
    expect([reading.intent, button, wantsModel]).toEqual(['unclear', null, false]);
  });

  test('a button of another person is unclear', () => {
    expect(readReply({ text: '', buttonId }, { ...key, userId: 'another' }).reading.intent).toBe('unclear');
  });

  test('a reaction decides before the text', () => {
    expect(readReply({ text: 'no', reaction: '👍🏾' }, key).reading).toMatchObject({
      intent: 'approve',
      layer: 'reaction',
    });
    expect(readReply({ text: 'yes', reaction: '😂' }, key).reading.intent).toBe('unclear');
  });

  test('a reaction taken back is no answer, and no model is asked', () => {
    expect(readReply({ text: '', reaction: '' }, key)).toMatchObject({
      reading: { intent: 'unclear' },
      wantsModel: false,
    });
  });

  test('plain words decide without a model', () => {
    expect(readReply({ text: 'Yes, please.' }, key)).toMatchObject({
      reading: { intent: 'approve', layer: 'exact' },
      wantsModel: false,
    });
  });

  test('other words go to the model, up to 500 characters', () => {
    expect(readReply({ text: 'please go ahead and book this one' }, key).wantsModel).toBe(true);
    expect(readReply({ text: 'w'.repeat(500) }, key).wantsModel).toBe(true);
    expect(readReply({ text: 'w'.repeat(501) }, key).wantsModel).toBe(false);
  });

  test('what is no text goes nowhere', () => {
    const texts = ['', '   ', '…', '123', '🙏', '\u202Eyes', 'y\u200Bes please do', 'x'.repeat(4_096)];
    expect(
      texts
        .map((text) => readReply({ text }, key))
        .filter(({ reading, wantsModel }) => reading.intent !== 'unclear' || wantsModel),
    ).toEqual([]);
  });
});

describe("a model's answer", () => {
  const free = 'yes, I want to book the table';
  const approve = { intent: 'approve', confidence: 0.8, reason: 'said yes' } as const;

  test('approves with confidence at low risk, when nothing speaks against it', () => {
    expect(acceptModelAnswer(free, approve, 'low')).toMatchObject({ intent: 'approve', layer: 'model' });
  });

  test('only proposes at a higher risk', () => {
    expect(acceptModelAnswer(free, approve, 'medium')).toMatchObject({ intent: 'unclear', propose: true });
    expect(acceptModelAnswer(free, approve, 'high')).toMatchObject({ intent: 'unclear', propose: true });
  });

  test.each([0.79, 0, -1, 1.01, Number.NaN, Number.POSITIVE_INFINITY])(
    'is unclear at a confidence of %p',
    (confidence) => {
      expect(acceptModelAnswer(free, { ...approve, confidence }, 'low').intent).toBe('unclear');
      expect(acceptModelAnswer(free, { intent: 'reject', confidence, reason: '' }, 'low').intent).toBe('unclear');
    },
  );

  test('does not even propose what a veto speaks against', () => {
    expect(acceptModelAnswer('yes but friday', approve, 'high').propose).toBeUndefined();
  });

  test('rejects without regard to vetoes, because a no is safe', () => {
    expect(acceptModelAnswer('No, that would be 5 pm', { ...approve, intent: 'reject' }, 'high')).toMatchObject({
      intent: 'reject',
      layer: 'model',
    });
  });

  test('stays unclear when the model was not sure', () => {
    expect(acceptModelAnswer('yes', { ...approve, intent: 'unclear', confidence: 1 }, 'low').intent).toBe('unclear');
  });

  test("its reason is not kept: it may repeat the person's words", () => {
    expect(JSON.stringify(acceptModelAnswer(free, { ...approve, reason: 'table for two' }, 'low'))).not.toContain(
      'table',
    );
  });
});

describe('a reply of any length', () => {
  const sureYes = { intent: 'approve', confidence: 1, reason: '' } as const;
  const read = (text: string) => [
    readReply({ text }, key).reading.intent,
    acceptModelAnswer(text, sureYes, 'low').intent,
  ];

  test.each([
    ['words', 'yes '.repeat(16_384)],
    ['one word', 'y'.repeat(65_536)],
    ['marks on a letter', `e${'\u0301'.repeat(65_535)}`],
    ['dots', '.'.repeat(65_536)],
    ['spaces', `${' '.repeat(65_535)}x`],
    ['ligatures that unfold', '\uFDFA'.repeat(65_536)],
    ['apostrophes', "a'".repeat(32_768)],
    ['quotes', '>\n'.repeat(32_768)],
  ])('64 KB of %s are read in one go', (_, text) => {
    expect(processorMs(() => expect(read(text)).toEqual(['unclear', 'unclear']))).toBeLessThan(150);
  });
});
