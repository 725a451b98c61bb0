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
  readonly mail: MailWords;
}

/** How people say that a mail shall be sent: "email Ana the notes", "send the note about the leak to Ana by email". */
export interface MailWords {
  /** Begins it and speaks of mail. */
  readonly write: string;
  /** Begins it; that a mail is meant is said by an address, or by `by`. */
  readonly give: string;
  /** "By email". */
  readonly by: string;
  /** Before who gets it, and before what it is about. */
  readonly to: string;
  readonly about: string;
  /** The person's own notes. */
  readonly notes: string;
}

/** What people say to each other and ask for nothing by: a text that is nothing else is no wish. */
export const smallTalkKinds = ['answer', 'delay', 'greeting', 'courtesy'] as const;
export type SmallTalk = (typeof smallTalkKinds)[number];

/** `answer` answers a question ("yes"), `delay` puts it off ("not yet"), `courtesy` ends a talk ("ok thanks"). */
export type SmallTalkWords = Readonly<Record<SmallTalk, string>>;
