import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJar } from './cloud-sdk.ts';
import { environment } from './config.ts';
import { answers, startJava } from './java-process.ts';
import { freePort } from './loopback.ts';
import { skipLoudly } from './skip-loudly.ts';

/** Where one of Google's emulators answers (`127.0.0.1:1234`), or why there is none. */
export type Emulator = { readonly host: string } | { readonly missing: string };

interface EmulatorKind {
  readonly name: string;
  /** What Google's clients read the host from. */
  readonly variable: string;
  readonly folder: string;
  readonly jar: RegExp;
  readonly javaArguments: (jar: string, port: number) => readonly string[];
}

/** Named because the jar has no main manifest, so `-jar` fails. */
const firestoreMain = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

const firestore: EmulatorKind = {
  name: 'firestore',
  variable: 'FIRESTORE_EMULATOR_HOST',
  folder: 'cloud-firestore-emulator',
  jar: /^cloud-firestore-emulator\.jar$/,
  javaArguments: (jar, port) => ['-cp', jar, firestoreMain, '--host', '127.0.0.1', '--port', String(port)],
};

const pubsub: EmulatorKind = {
  name: 'pubsub',
  variable: 'PUBSUB_EMULATOR_HOST',
  folder: join('pubsub-emulator', 'lib'),
  jar: /^cloud-pubsub-emulator-.*-all\.jar$/,
  javaArguments: (jar, port) => ['-jar', jar, '--host=127.0.0.1', `--port=${port}`],
};

/**
 * Google's Firestore emulator: the one that FIRESTORE_EMULATOR_HOST names (never stopped), else one started here, which
 * ends with this process. Sets that variable, so call it before a client is made. Data is kept in memory, apart per project id.
 */
export const firestoreEmulator = (): Promise<Emulator> => emulator(firestore);

/** Google's Pub/Sub emulator, found or started like Firestore's; its variable is PUBSUB_EMULATOR_HOST. */
export const pubsubEmulator = (): Promise<Emulator> => emulator(pubsub);

/** For `(emulator ? describe : describe.skip)(…)`: null, after `skipLoudly`, where the emulator is missing. */
export function emulatorOrSkip(emulator: Emulator): { readonly host: string } | null {
  if ('host' in emulator) return emulator;
  skipLoudly(emulator.missing);
  return null;
}

async function emulator(kind: EmulatorKind): Promise<Emulator> {
  // Without it the clients look for Google's metadata server, emulator or not.
  environment['METADATA_SERVER_DETECTION'] ??= 'none';
  const given = environment[kind.variable] ?? (await startedEarlier(kind));
  const found: Emulator = given ? { host: given } : await start(kind);
  if ('host' in found) environment[kind.variable] = found.host;
  return found;
}

async function start(kind: EmulatorKind): Promise<Emulator> {
  const jar = await findJar(kind.folder, kind.jar);
  if (jar === null) {
    return {
      missing: `no ${kind.variable} and no ${kind.name} emulator in a Google Cloud SDK (set CLOUDSDK_ROOT_DIR)`,
    };
  }
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const failure = await startJava(kind.javaArguments(jar, port), host);
  if (failure !== null) return { missing: `the ${kind.name} emulator did not start: ${failure}` };
  writeFileSync(noteOf(kind), host);
  return { host };
}

/** Jest gives each test file its own modules, so the next file of the same process finds a running emulator by this note. */
function noteOf(kind: EmulatorKind): string {
  const folder = join(tmpdir(), 'intexuraos-emulators');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${kind.name}-${process.pid}`);
}

async function startedEarlier(kind: EmulatorKind): Promise<string | null> {
  try {
    const host = readFileSync(noteOf(kind), 'utf8');
    return (await answers(host)) ? host : null;
  } catch {
    return null;
  }
}
