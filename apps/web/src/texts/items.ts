/** Where items of a kind can be too. */
export const mirrorPlaces: Readonly<Record<string, string>> = {
  note: 'Notion',
  todo: 'Notion',
  calendar: 'Google Calendar',
  linear: 'Linear',
};

const beingDone: Readonly<Record<string, string>> = {
  bookmark: 'Its page is being read.',
  research: 'It is being written.',
};

/** The words of the items. They are loaded with that page. */
export const itemsTexts = {
  kinds: {
    todo: 'To-dos',
    note: 'Notes',
    bookmark: 'Bookmarks',
    calendar: 'Calendar',
    research: 'Research',
    linear: 'Issues',
  },
  kindsLabel: 'Kinds of items',
  empty: 'Nothing is kept here yet. It fills as actions are done.',
  gone: 'This item does not exist, or is not yours.',
  ticks: { complete: 'Tick off', reopen: 'Open again' },
  isAlso: 'Also at',
  underway: (kind: string) => beingDone[kind] ?? 'It is on its way to your account.',
  again: 'It is tried again by itself.',
  putThere: (place: string) => `Put it into ${place}`,
  readPage: 'Read the page again',
  write: 'Have it written',
  writeAgain: 'Have it written again',
  researchTitle: 'What was written',
  openQuestions: 'What remains to be checked',
  deleteTitle: 'Delete this item?',
  feedAdvice: 'Calendar apps can follow these events at a secret address. A new address ends the one before.',
  openFeed: 'Make a new address',
  feedSince: 'Calendar apps can follow these events since',
  closeFeed: 'Close the address',
  closeTitle: 'Close the address?',
  closeAdvice: 'Calendar apps that follow it get nothing more.',
  feedOnce: 'Copy it now, it is not shown again. Whoever has it can read your events.',
} as const;
