import { expect, test } from '@jest/globals';
import { asNew, emptyDraft, ruleOf } from './rule-draft.ts';

test('what was typed becomes a rule; conditions that were left empty are none', () => {
  const draft = {
    ...emptyDraft,
    name: ' Shopping ',
    actionTypes: ['todo'],
    confidence: '85,5',
    titleContains: 'buy, ,get ',
  };
  expect(ruleOf(draft)).toEqual({
    name: 'Shopping',
    actionTypes: ['todo'],
    confidenceMin: 0.855,
    conditions: { titleContains: ['buy', 'get'] },
    perDayMax: 10,
  });
});

test.each(['', 'often', '  '])('"%s" is no number, and is sent as none', (text) => {
  const sent: unknown = JSON.parse(JSON.stringify(ruleOf({ ...emptyDraft, perDayMax: text, confidence: text })));
  expect(sent).toMatchObject({ perDayMax: null, confidenceMin: null });
});

test('a rule without a limit is tried with the highest one', () => {
  const rule = {
    id: 'certain-links',
    name: 'Links',
    actionTypes: ['link'],
    confidenceMin: 0.9,
    conditions: {},
    perDayMax: null,
  };
  const { id: _id, ...rest } = rule;
  expect(asNew(rule)).toEqual({ ...rest, perDayMax: 100 });
});
