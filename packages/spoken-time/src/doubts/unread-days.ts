/** Stands where the library has read something, in the lists below. */
export const readHere = '\u0000';

const holidays =
  `christmas(?: eve| day)?|xmas|easter|new year(?:'s)?(?: eve| day)?|thanksgiving|halloween|boxing day|hanukkah|ramadan
  |weihnachten|heiligabend|silvester|neujahr|ostern|pfingsten|noël|pâques|nouvel an|navidad|nochebuena|nochevieja|semana santa
  |natale|pasqua|capodanno|ferragosto|natal|páscoa|ano novo|kerst|pasen|jul|påsk|święta|wigilię|sylwestra|wielkanoc`.replace(
    /\s*\n\s*/g,
    '',
  );

const towardsHoliday =
  `on|at|before|after|over|by|until|an|am|zu|vor|nach|über|bis|à|avant|après|pour|en|antes de|después de|a|prima di|dopo
  |no|na|op|met|voor|på|till|före|w|przed|do`.replace(/\s*\n\s*/g, '');

const weekdays = 'mon|tues|wednes|thurs|fri|satur|sun';
const repeated = `day|night|morning|afternoon|evening|hour|weekday|weekend|week|month|year|(?:${weekdays})day
  |tag|morgen|abend|woche|monat|jour|matin|soir|semaine|mois|día|mañana|semana|mes|giorno|settimana|mese|dia|dag|dzień|tydzień`.replace(
  /\s*\n\s*/g,
  '',
);

const word = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');

/** What repeats. */
export const repetitions: readonly RegExp[] = [
  word(
    `(?:every|each|jede[nrs]?|chaque|tou(?:s|tes) les|cada|todos los|todas las|ogni|tod[oa]s? [oa]s|elke|iedere|varje|każd[yaą]|co)(?: (?:other|second|single|\\d+))? (?:${readHere}|${repeated})`,
  ),
  word(`(?:${weekdays})days|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs`),
];

/** A week where nothing says which day of it. */
export const wholeWeek =
  /(?:next|this|coming|following) week|(?:nächste[nr]?|kommende[nr]?) woche|semaine prochaine|próxima semana|semana que viene|prossima settimana|semana que vem|volgende week|nästa vecka/iu;

/** Words that name a day, which the library does not read. */
export const unreadDays: readonly RegExp[] = [
  word(`(?:${towardsHoliday}) (?:the |den |die |das |le |les |la |el |il )?(?:${holidays})`),
  word(`(?:${holidays}),? ${readHere}`),
  word(
    '(?:on|by|until|before|after|from) the \\d{1,2}(?:st|nd|rd|th)(?! (?:floor|time|attempt|page|place|row|platform)(?!\\p{L}))',
  ),
  /(?<![\p{L}\p{N}])(?:am|zum|bis zum|den) \d{1,2}\.(?!\d)/iu,
  word(
    `(?:on|am|le|el|il|op|den) \\d{1,2}[/-]\\d{1,2}(?:[/-]\\d+)?|\\d{1,2}/\\d{1,2}(?:/\\d+)? (?:\\p{L}{1,3} )?${readHere}`,
  ),
  /(?<![\d.,:])[0-3]?\d\.(?:0?[1-9]|1[0-2])\.(?!\d)/u,
  word('(?:first|second|third|fourth|last|next|coming|following) (?:week|weekend|month|year)|fortnight|after next'),
  word(`(?:the|a|\\d+) (?:day|week|month)s? (?:before|after|from) (?:(?:the|my|our|his|her|their) )?\\p{L}+`),
  word(`${readHere} (?:week|fortnight)|(?:first|second|third|fourth|last) ${readHere}`),
  word(
    `(?:mid|early|late)[ -](?:january|february|march|april|may|june|july|august|september|october|november|december)`,
  ),
];
