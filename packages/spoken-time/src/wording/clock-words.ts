/** The numbers of the hours, one to twelve. */
const hourWords = {
  en: 'one two three four five six seven eight nine ten eleven twelve',
  de: 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  fr: 'une deux trois quatre cinq six sept huit neuf dix onze douze',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  it: 'una due tre quattro cinque sei sette otto nove dieci undici dodici',
  pt: 'uma duas três quatro cinco seis sete oito nove dez onze doze',
  nl: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
  sv: 'ett två tre fyra fem sex sju åtta nio tio elva tolv',
} as const satisfies Readonly<Record<string, string>>;

type Language = keyof typeof hourWords;

/** Words around an hour, for which `#` stands, and by how many minutes they move it. */
const clocks: readonly (readonly [Language, string, number])[] = [
  ['en', 'half past #', 30],
  ['en', '(?:a )?quarter past #', 15],
  ['en', '(?:a )?quarter (?:to|of) #', -15],
  ['en', '(?:five|5)(?: minutes)? past #', 5],
  ['en', '(?:ten|10)(?: minutes)? past #', 10],
  ['en', '(?:twenty|20)(?: minutes)? past #', 20],
  // "From 10 to 5" is a span, and so is "10 to 12".
  ['en', '(?:(?<!from )five|(?:five|5) minutes) to #', -5],
  ['en', '(?:(?<!from )ten|(?:ten|10) minutes) to #', -10],
  ['en', '(?:(?<!from )twenty|(?:twenty|20) minutes) to #', -20],
  ['en', "# o['’]clock", 0],
  ['en', '(?<=at )#(?=\\s*(?:$|[,.;!?]|[ap]\\.?m|in the|tomorrow|today|tonight|on |sharp))', 0],
  ['de', 'halb #', -30],
  ['de', 'viertel nach #', 15],
  ['de', 'viertel vor #', -15],
  ['de', '(?:fünf|5) nach #', 5],
  ['de', '(?:zehn|10) nach #', 10],
  ['de', '(?:fünf|5) vor #', -5],
  ['de', '(?:zehn|10) vor #', -10],
  ['de', '(?<=um )#', 0],
  ['fr', '#\\s?h(?:eures?)? et demie', 30],
  ['fr', '#\\s?h(?:eures?)? et quart', 15],
  ['fr', '#\\s?h(?:eures?)? moins le quart', -15],
  ['fr', '#\\s?heures?', 0],
  ['es', '# y media', 30],
  ['es', '# y cuarto', 15],
  ['es', '# menos cuarto', -15],
  ['es', '(?<=a las? )#', 0],
  ['it', '# e mezz[ao]', 30],
  ['it', '# e un quarto', 15],
  ['it', '# meno un quarto', -15],
  ['it', '(?<=alle )#', 0],
  ['pt', '# e meia', 30],
  ['pt', '(?<=às )#', 0],
  ['nl', '(?<=om )#', 0],
  ['nl', 'half #', -30],
  ['nl', 'kwart over #', 15],
  ['nl', 'kwart voor #', -15],
  ['sv', 'halv #', -30],
  ['sv', 'kvart över #', 15],
  ['sv', 'kvart i #', -15],
];

const hours: ReadonlyMap<string, number> = new Map(
  Object.values(hourWords).flatMap((words) => words.split(' ').map((word, at) => [word, at + 1])),
);

const compiled = clocks.map(([language, words, minutes]) => {
  const hour = `(\\d{1,2}|${hourWords[language].replaceAll(' ', '|')})`;
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\d:.])${words.replace('#', hour)}(?=\\s?[ap]\\.?m\\.?(?!\\p{L})|(?![\\p{L}\\d:]|\\.\\d))`,
      'giu',
    ),
    minutes,
  };
});

/** "18:30" of "1830 hours". */
const military = /(?<!\d)([01]\d|2[0-3])([0-5]\d)\s?(?:hours|hrs|uhr|uur)(?!\p{L})/giu;

/** An hour and a half, as the library reads it. */
const halves: readonly (readonly [RegExp, string])[] = [
  [/an hour and a half|one and a half hours/giu, '1.5 hours'],
  [/two and a half hours/giu, '2.5 hours'],
  [/(?:anderthalb|eineinhalb) stunden/giu, '1.5 Stunden'],
  [/zweieinhalb stunden/giu, '2.5 Stunden'],
  [/une heure et demie/giu, '1.5 heures'],
  [/una hora y media/giu, '1.5 horas'],
];

/** Times in words as on a clock, each as long as its words. */
export function withClocks(text: string): string {
  const inDigits = text.replace(military, (words: string, hour: string, minute: string) =>
    `${hour}:${minute}`.padStart(words.length),
  );
  const whole = halves.reduce(
    (line, [pattern, amount]) => line.replace(pattern, (words) => amount.padStart(words.length)),
    inDigits,
  );
  return compiled.reduce(
    (line, { pattern, minutes }) =>
      line.replace(pattern, (words: string, hour: string) => fitted(clockAt(hour, minutes), words)),
    whole,
  );
}

const fitted = (clock: string, words: string) => (clock.length > words.length ? words : clock.padStart(words.length));

function clockAt(spoken: string, minutes: number): string {
  const hour = hours.get(spoken.toLowerCase()) ?? Number(spoken);
  if (minutes === 0) return String(hour);
  const at = hour * 60 + minutes;
  return `${Math.floor(at / 60) || 12}:${String(at % 60).padStart(2, '0')}`;
}
