/** What stops the set-up, in words for the person in front of the terminal: printed without a stack. */
export class SetupError extends Error {}
