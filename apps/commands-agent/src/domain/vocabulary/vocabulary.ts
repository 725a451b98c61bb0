import type { CommandType } from '../command.ts';

type Phrases = Partial<Readonly<Record<CommandType, string>>>;

/**
 * How people of one language say what they want. Each list is phrases separated by commas. Case, accents and
 * apostrophes do not matter.
 */
export interface Vocabulary {
  /** Before a colon or dash at the start: "note: …". */
  readonly prefixes: Phrases;
  /** Says what is wanted, at the start or inside: "remind me". */
  readonly phrases: Phrases;
  /** The same, and part of what is wanted: "meeting with", "compare". */
  readonly topics: Phrases;
  /** Something that people do, as a first word: "buy", "call". */
  readonly deeds: string;
  /** The same as a last word, where the language has it there: "Milch kaufen". */
  readonly lastDeeds?: string;
  /** Something that is at a time: "dentist", "meeting". */
  readonly events: string;
  /** Asks for an answer, as first words: "how", "what is". */
  readonly questions: string;
  /** Says when, for languages whose times the library does not read. */
  readonly times?: string;
  /** Between what leads and what is wanted: "to", "that". */
  readonly connectors: string;
  /** Before a phrase: the opposite is meant. */
  readonly negations: string;
  /** May stand before everything: "please", "hey". */
  readonly courtesies: string;
  readonly smallTalk: SmallTalkWords;
}

/** What people say to each other and ask for nothing by: a text that is nothing else is no wish. */
export const smallTalkKinds = ['answer', 'delay', 'greeting', 'courtesy'] as const;
export type SmallTalk = (typeof smallTalkKinds)[number];

/** `answer` answers a question ("yes"), `delay` puts it off ("not yet"), `courtesy` ends a talk ("ok thanks"). */
export type SmallTalkWords = Readonly<Record<SmallTalk, string>>;
