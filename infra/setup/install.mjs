import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './install-failures.mjs';
import { withInstallLock } from './install-lock.mjs';
import { settleInstalledNode } from './installed-node.mjs';
import { pickPnpm, runQuietly } from './pnpm.mjs';
import { root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

const stamp = join(root, 'node_modules', '.install-stamp');

/** Installs the dependencies unless exactly these are installed already. Says what it does on standard error. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withInstallLock(async () => {
    if (!isInstalled()) await install();
  });
}

async function install() {
  const wanted = fingerprint();
  process.stderr.write('Installing the dependencies ...\n');
  const startedAt = Date.now();
  rmSync(stamp, { force: true });
  // The log level of `npm start --silent` would reach pnpm through the environment and hide its reasons.
  const settings = [
    '--loglevel=info',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
    '--config.update-notifier=false',
  ];
  const { code, output } = await runQuietly([...(await pickPnpm()), 'install', '--frozen-lockfile', ...settings]);
  if (code !== 0) throw new SetupError(explainFailure(output));
  settleInstalledNode();
  writeFileSync(stamp, wanted);
  process.stderr.write(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.\n`);
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Changes with whatever decides what is installed, and with the kind of machine that it is installed for. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Each package.json of the workspace: in the root, in its folders and in theirs. */
function manifests() {
  const folders = foldersIn('.').flatMap((folder) => [folder, ...foldersIn(folder)]);
  return ['.', ...folders].map((folder) => join(folder, 'package.json')).filter((file) => existsSync(join(root, file)));
}

function foldersIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort();
}
