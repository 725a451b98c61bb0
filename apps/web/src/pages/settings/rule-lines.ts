import type { Rule } from '../../api/rules.ts';
import { settingsTexts } from '../../texts/settings.ts';

const words = settingsTexts.rules;
const origins: Readonly<Record<string, string>> = settingsTexts.origins;

const line = (list: readonly string[] | undefined, say: (list: string) => string) =>
  list === undefined ? [] : [say(list.join(words.or))];

/** A rule in words: all lines must hold. */
export const ruleLines = ({ actionTypes, confidenceMin, conditions, perDayMax }: Rule): readonly string[] => [
  words.types(actionTypes.join(', ')),
  words.confidence(Math.round(confidenceMin * 1_000) / 10),
  ...line(
    conditions.titleContains?.map((part) => `“${part}”`),
    words.titleHas,
  ),
  ...line(conditions.urlHosts, words.hosts),
  ...line(
    conditions.originKinds?.map((kind) => origins[kind] ?? kind),
    words.origins,
  ),
  words.perDay(perDayMax),
];
