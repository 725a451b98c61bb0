import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment } from './config.ts';

const wellKnownRoots = [
  '/usr/lib/google-cloud-sdk',
  '/usr/share/google-cloud-sdk',
  '/opt/google-cloud-sdk',
  join(homedir(), 'google-cloud-sdk'),
  '/opt/homebrew/share/google-cloud-sdk',
  '/usr/local/share/google-cloud-sdk',
  '/snap/google-cloud-sdk/current',
  '/snap/google-cloud-cli/current',
];

/** Finds one jar of the Google Cloud SDK; `pattern` is matched against the file names of `folder` under `platform/`. */
export async function findJar(folder: string, pattern: RegExp): Promise<string | null> {
  for (const root of [environment['CLOUDSDK_ROOT_DIR'] ?? '', ...wellKnownRoots]) {
    const jar = jarUnder(root, folder, pattern);
    if (jar !== null) return jar;
  }
  // Asking gcloud starts a Python interpreter and takes most of a second, so it comes last.
  return jarUnder(await sdkRootByGcloud(), folder, pattern);
}

function jarUnder(root: string, folder: string, pattern: RegExp): string | null {
  const path = join(root, 'platform', folder);
  if (root === '' || !existsSync(path)) return null;
  const name = readdirSync(path).find((entry) => pattern.test(entry));
  return name === undefined ? null : join(path, name);
}

async function sdkRootByGcloud(): Promise<string> {
  const answer = promisify(execFile)('gcloud', ['info', '--format=value(installation.sdk_root)'], { timeout: 10_000 });
  return answer.then(({ stdout }) => stdout.trim()).catch(() => '');
}
