import type { NewRule, Rule } from '../../api/rules.ts';

/** A rule while it is typed: as text, so that nothing of it is lost. */
export interface RuleDraft {
  readonly name: string;
  readonly actionTypes: readonly string[];
  readonly confidence: string;
  readonly titleContains: string;
  readonly urlHosts: string;
  readonly originKinds: readonly string[];
  readonly perDayMax: string;
}

export const emptyDraft: RuleDraft = {
  name: '',
  actionTypes: [],
  confidence: '90',
  titleContains: '',
  urlHosts: '',
  originKinds: [],
  perDayMax: '10',
};

/** What is no number becomes what JSON has for none: the API says what it expected. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const named = (name: string, list: readonly string[]) => (list.length === 0 ? {} : { [name]: list });

export const ruleOf = ({ name, actionTypes, confidence, titleContains, urlHosts, originKinds, perDayMax }: RuleDraft) =>
  ({
    name: name.trim(),
    actionTypes,
    confidenceMin: numberOf(confidence) / 100,
    conditions: {
      ...named('titleContains', listOf(titleContains)),
      ...named('urlHosts', listOf(urlHosts)),
      ...named('originKinds', originKinds),
    },
    perDayMax: numberOf(perDayMax),
  }) satisfies NewRule;

/** The most that a rule may have, for one that has no limit. */
const unlimited = 100;

/** A rule that there is, as one that is tried. */
export const asNew = ({ id: _id, perDayMax, conditions, ...rule }: Rule): NewRule => ({
  ...rule,
  conditions: Object.fromEntries(Object.entries(conditions).filter(([, list]) => list !== undefined)),
  perDayMax: perDayMax ?? unlimited,
});
