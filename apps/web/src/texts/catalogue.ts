/** The words of the catalogue. They are loaded with that page. */
export const catalogueTexts = {
  lead: 'Everything that can be done on outside platforms. Each can be tried without doing it.',
  risks: { low: 'low risk', medium: 'medium risk', high: 'high risk' },
  reads: 'only reads',
  repeats: {
    yes: 'The same request twice is done once.',
    no: 'It is never repeated by itself: done twice, it happens twice.',
    depends: 'Whether it can be repeated depends on what is asked.',
  },
  undo: 'It can be taken back.',
  simulatedOnly: (title: string) => `${title} is only simulated on this machine: nothing will be done.`,
  back: 'All operations',
  gone: 'There is no such operation.',
  formLabel: 'What it is given',
  simulate: 'Simulate',
  now: 'Do it now',
  sureTitle: 'Do it now?',
  sure: 'It is done at once, exactly as it stands in the form.',

  outcome: {
    executed: 'Done.',
    simulated: 'Only simulated: nothing was done. This is what would come back.',
    accepted: 'Nothing is done yet: you are asked first.',
    open: 'Open the question',
    not_executed: 'It was not done.',
    unknown: 'Nobody knows whether it happened.',
    unknownAdvice: 'Look at the platform before you do it again. It is not tried again by itself.',
    lost: 'No answer came: it may have happened. Press the same button again: it is the same request, done once.',
    result: 'What came back',
    request: (id: string) => `Request ${id}`,
  },

  lately: {
    title: 'Lately',
    lead: 'What was asked for, the newest first.',
    none: 'Nothing was asked for yet.',
    unknownTitle: 'Nobody knows how these ended',
  },
  statuses: {
    accepted: 'waits',
    running: 'running',
    executed: 'done',
    simulated: 'simulated',
    not_executed: 'not done',
    unknown: 'unknown',
    cancelled: 'taken back',
  },
} as const;
