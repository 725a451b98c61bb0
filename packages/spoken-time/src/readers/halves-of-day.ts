import type { ParsingContext, ParsingResult, Refiner } from 'chrono-node';

const half = (words: string) => `(?:${words.trim().replace(/\s+/g, '|')})`;

const early = half(`
  morning morgens früh vormittags? matin mattina mattino manhã ochtends? morgonen förmiddagen aamulla утра утром ранку вранці`);
const late = half(`
  afternoon evening nachmittags? abends? après-midi soir tarde noche pomeriggio sera noite middags? avonds? eftermiddagen
  kvällen illalla вечера вечером вечора ввечері`);

const leading = '(?:at|um|à|a las?|alle|às|om|kl\\.?)';
const joining = "(?:(?:in the|in der|am|de la|por la|por|de|du|da|della|di|del|in de|'s|på|in)\\s+)?";

const near = (words: string) => ({
  inside: new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'iu'),
  before: new RegExp(`(?<!\\p{L})${words}\\s+(?:${leading}\\s*)?$`, 'iu'),
  after: new RegExp(`^\\s*${joining}${words}(?!\\p{L})`, 'iu'),
});

/** "Mañana" is tomorrow, too. */
const halves = [
  { isLate: false, ...near(early) },
  { isLate: false, ...near('mañana'), inside: /(?:de|por) la mañana/iu, before: /(?:de|por) la mañana\s+a las?\s*$/iu },
  { isLate: true, ...near(late) },
];

/** Tells the half of the day that is named beside a time: "9:30 in the evening", "morgen früh um 9". */
export const halvesOfDay: Refiner = {
  refine(context, results) {
    for (const result of results) settleHalf(context, result);
    return results.filter((result) => !results.some((other) => other !== result && covers(other, result)));
  },
};

const covers = (one: ParsingResult, other: ParsingResult) =>
  one.index < other.index && one.index + one.text.length >= other.index + other.text.length;

function settleHalf({ text }: ParsingContext, result: ParsingResult): void {
  if (!result.start.isCertain('hour') || result.start.isCertain('meridiem')) return;
  const before = text.slice(0, result.index);
  const after = text.slice(result.index + result.text.length);
  const found = halves.find(
    (each) => each.inside.test(result.text) || each.after.test(after) || each.before.test(before),
  );
  if (found === undefined) return;
  result.text += found.after.exec(after)?.[0] ?? '';
  for (const part of [result.start, result.end]) if (part) inHalf(part, found.isLate);
}

function inHalf(part: ParsingResult['start'], isLate: boolean): void {
  const hour = part.get('hour') ?? 0;
  if (!part.isCertain('hour') || hour >= 12) return;
  part.assign('meridiem', isLate ? 1 : 0);
  if (isLate) part.assign('hour', hour + 12);
}
