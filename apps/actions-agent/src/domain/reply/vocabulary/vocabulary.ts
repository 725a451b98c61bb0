/**
 * What one language says in answer to "shall I?". Each list is phrases separated by commas; `(a|b)` stands for either,
 * and an empty side for nothing. Accents, case and apostrophes do not matter.
 */
export interface Vocabulary {
  readonly language: string;
  /** A plain yes; it may be followed by an echo. */
  readonly yes: string;
  /** Other phrases that are a whole approval by themselves. */
  readonly approve: string;
  /** Only beside an approval ("great", "super"): alone it may be the end of the talk, or irony. */
  readonly praise?: string;
  /** Only beside a plain yes ("yes, I do"). */
  readonly echo?: string;
  /** Beside either; never an answer by itself, because "thanks" is a no in some languages. */
  readonly courtesy: string;
  /** A whole refusal. */
  readonly reject: string;
  /** A whole refusal that names the decision ("do not approve"); a thing that is pointed at may follow. */
  readonly refuse?: string;
  /** Whole replies made of yes-words that people also use to mock: "yeah right". */
  readonly doubtful?: string;
  /** Words that add nothing to a yes, and so may stand in a sentence that a language model read as one. */
  readonly plain?: string;
  /** Kinds of things, harmless only when pointed at ("the booking"): "a booking" may be a new one. */
  readonly things?: string;
  readonly pointers?: string;
  readonly vetoes: VetoWords;
}

/**
 * What a word that is not harmless does to a yes: named for the person who reads the log. `edit` asks for something else
 * than what was shown.
 */
export const vetoWords = ['negation', 'condition', 'question', 'edit', 'time', 'number'] as const;
export type VetoWord = (typeof vetoWords)[number];
export type VetoWords = Readonly<Record<VetoWord, string>>;
