import { firestoreEmulator, pubsubEmulator } from '@intexuraos/testing';
import { failed, type Outcome } from './check.ts';

/**
 * Starts one emulator of each kind for all test suites; they find it by its environment variable and it ends with this
 * process. A missing one is said loudly on a person's machine, and is an error on a build server (CI set).
 */
export async function startEmulators(): Promise<Outcome> {
  const emulators = await Promise.all([firestoreEmulator(), pubsubEmulator()]);
  const missing = emulators.flatMap((emulator) => ('missing' in emulator ? [emulator.missing] : []));
  if (missing.length === 0) return { passed: 0, failed: 0, skipped: 0, details: '' };
  const details = missing.map((reason) => `*** NOT TESTED AGAINST GOOGLE'S EMULATOR: ${reason} ***`).join('\n');
  return process.env['CI'] ? failed(details) : { passed: 0, failed: 0, skipped: missing.length, details };
}
