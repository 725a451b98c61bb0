const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The words of the settings. They are loaded with that page. */
export const settingsTexts = {
  save: 'Save',
  saved: 'Saved.',

  person: {
    title: 'Time and language',
    timeZone: 'Time zone',
    timeZoneHint: 'What “tomorrow at 3” means for you.',
    useThis: (zone: string) => `Use ${zone}, as this browser does`,
    language: 'Language',
    languageHint:
      'With its region, such as en-GB, it says which day 12/11 is. Questions and answers are in English so far.',
  },

  model: {
    title: 'Language model',
    lead: 'With a key of your own, free text is understood better. It is stored encrypted and never shown again.',
    none: 'No key. Commands and answers are read by rules alone.',
    first:
      'Of several keys the one of openai is used, or the one that the model names, as groq does in “groq/llama-4”.',
    key: (lastFour: string) => (lastFour === '' ? 'a short key' : `ends in ${lastFour}`),
    own: 'the provider’s own address',
    nowhere: 'not used: it has no address',
    saved: 'saved',
    used: 'last used',
    unused: 'not used yet',
    delete: 'Delete the key',
    deleteLabel: (provider: string) => `Delete the key of ${provider}`,
    deleteTitle: 'Delete this key?',
    deleteAdvice: 'What was written with it stays. To use it again you have to enter it again.',
    formLabel: 'A key',
    provider: 'Provider',
    apiKey: 'Key',
    apiKeyHint: 'A key of the same provider is replaced.',
    baseUrl: 'Address',
    baseUrlHint: 'Of a server with the same protocol, such as https://llm.example/v1. Only openai needs none.',
    saveKey: 'Save the key',
    keySaved: (provider: string) => `The key of ${provider} is saved.`,
    keyDeleted: (provider: string) => `The key of ${provider} is deleted.`,
    modelLabel: 'Model',
    modelHint: 'Empty: the usual one of the service.',
  },

  addressBook: {
    title: 'Address book',
    lead: 'Whom you mean by a name, when you write “email Ana the notes”. Nobody is guessed.',
    none: 'Nobody yet. A mail to somebody who is not here asks you for the address.',
    formLabel: 'A name and its address',
    name: 'Who',
    nameHint: 'As you call them. A name that is here already gets the new address.',
    address: 'E-mail address',
    save: 'Write it down',
    saved: (name: string) => `The address of ${name} is written down.`,
    forget: 'Forget',
    forgetLabel: (name: string) => `Forget the address of ${name}`,
    forgotten: (name: string) => `The address of ${name} is forgotten.`,
  },

  rules: {
    title: 'What needs no question',
    lead: 'Actions that fit a rule run without asking you. Each says so, and names its rule.',
    none: 'No rules: you are asked about everything.',
    gone: 'The rule that you followed a link to does not exist any more. What it was about is asked again.',
    named: 'This is the rule that approved it.',
    add: 'New rule',
    types: (names: string) => `Types: ${names}`,
    confidence: (percent: number) => `Understood with at least ${percent} % confidence`,
    titleHas: (parts: string) => `The title has ${parts}`,
    hosts: (hosts: string) => `The address is on ${hosts}`,
    origins: (origins: string) => `It comes from ${origins}`,
    perDay: (count: number | null) => (count === null ? 'As often as it fits' : `At most ${count} in 24 hours`),
    or: ' or ',
    revoke: 'Revoke',
    revokeLabel: (name: string) => `Revoke: ${name}`,
    revokeTitle: 'Be asked again?',
    revokeAdvice: 'From now on actions like these are asked about. What was done stays done.',
    revoked: (name: string) => `Revoked: ${name}`,
    added: (name: string) => `From now on: ${name}`,
    tryOn: 'Try on your history',
    tryOnLabel: (name: string) => `Try on your history: ${name}`,
  },

  ruleForm: {
    title: 'A new rule',
    name: 'Name',
    nameHint: 'It stands wherever the rule has approved something.',
    types: 'Which actions',
    confidence: 'Least confidence, in %',
    confidenceHint: 'How sure the reading of your message must be.',
    titleContains: 'The title has one of',
    urlHosts: 'The address is on one of',
    lists: 'Separated by commas. Empty: any.',
    origins: 'Where it comes from',
    originsHint: 'None chosen: from anywhere.',
    perDayMax: 'At most, in 24 hours',
    save: 'Add the rule',
  },

  origins: {
    command: 'a message of yours',
    session: 'the assistant',
    operation: 'an operation',
    workflow: 'a workflow',
  },

  trial: {
    none: (looked: number) =>
      looked === 0
        ? 'You have no actions of these types yet, so nobody can say.'
        : `It would have approved none of your last ${times(looked, 'action', 'actions')} of these types.`,
    sum: (count: number, looked: number) =>
      `It would have approved ${count} of your last ${times(looked, 'action', 'actions')} of these types.`,
    verdicts: {
      approved: (count: number) => `${count} you approved too`,
      rejected: (count: number) => `${count} you rejected`,
      edited: (count: number) => `${count} you changed first`,
      rule: (count: number) => `${count} a rule approved`,
      none: (count: number) => `${count} nobody answered`,
    },
    verdict: {
      approved: 'approved',
      rejected: 'rejected',
      edited: 'changed',
      rule: 'approved by a rule',
      none: 'not answered',
    },
    against: 'Against your own answer',
    others: 'In line with it',
    overCap: (count: number) =>
      `${times(count, 'more was', 'more were')} over the daily limit and would have been asked about.`,
    incomplete: 'Older actions were not looked at.',
  },
} as const;
