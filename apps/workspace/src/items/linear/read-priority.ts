const levels = ['urgent', 'high', 'medium', 'low'] as const;
type Level = (typeof levels)[number];

/** "Urgent" alone has to stand by itself, unlike in "the urgent care page" and "non-urgent". */
const named =
  /\bpriority[:\s]+(urgent|high|medium|low)\b|(?:^|[,;:([–—]\s*|\s-\s*|\b(?:this|it|that)(?:['’]s|\sis)\s(?:very\s)?)(urgent)(?=\s*[!:,;.)\]–—]|\s+-|\s*$)/gim;
const clauseEnd = /[.,;:!?()[\]–—\n]|\s-\s|\b(?:and|but|so|because|since)\b/i;
/** What takes back what follows it, or leaves it open. */
const doubt = /\b(?:not|no|non|never|nobody|nothing|hardly|without|if|unless|whether)\b|n['’]t\b/i;
/** How far a clause is looked at: it keeps the work small whatever the text. */
const clauseCharsMax = 80;

/** The priority that a text names as such; undefined where it names none, or says that it has none. */
export function readPriority(text: string): Level | undefined {
  for (const { 0: whole, 1: level, 2: alone, index } of text.matchAll(named)) {
    if (!isDoubted(text.slice(Math.max(0, index - clauseCharsMax), index), whole)) return levelOf(level ?? alone);
  }
  return undefined;
}

/** Whether the clause that the words stand in takes them back; a mark before them begins a new one. */
const isDoubted = (before: string, words: string) => doubt.test(`${before}${words}`.split(clauseEnd).at(-1) ?? '');

const levelOf = (written: string | undefined) => levels.find((level) => level === written?.toLowerCase());
