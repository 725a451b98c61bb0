/** The one place of this package that touches the environment; emulator clients read their hosts from it. */
export const environment: NodeJS.ProcessEnv = process.env;

/** Set by every CI: there a missing emulator is an error, not a reason to skip. */
export const runsInCi = (): boolean => !['', '0', 'false'].includes(environment['CI'] ?? '');
