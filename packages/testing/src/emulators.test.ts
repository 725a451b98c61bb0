import { describe, expect, test } from '@jest/globals';
import { emulatorOrSkip, firestoreEmulator, pubsubEmulator } from './emulators.ts';
import { answers, startJava } from './java-process.ts';
import { freePort } from './loopback.ts';

describe.each([
  { name: 'Firestore', start: firestoreEmulator, variable: 'FIRESTORE_EMULATOR_HOST' },
  { name: 'Pub/Sub', start: pubsubEmulator, variable: 'PUBSUB_EMULATOR_HOST' },
])('the $name emulator', ({ start, variable }) => {
  test('answers, is named in the environment, and is started once', async () => {
    const given = process.env[variable];
    const emulator = emulatorOrSkip(await start());
    if (emulator === null) return;
    expect(await answers(emulator.host)).toBe(true);
    expect(process.env[variable]).toBe(emulator.host);
    if (given === undefined) delete process.env[variable];
    expect(await start()).toEqual(emulator);
  }, 60_000);
});

test('says why when java fails', async () => {
  const failure = await startJava(['-jar', '/nowhere/at-all.jar'], `127.0.0.1:${await freePort()}`);
  expect(failure).toMatch(/Unable to access jarfile|ENOENT/);
});
