import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

/** The Node among the dependencies; the registry has it under two names, depending on the platform. */
export function installedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const binaries = [`node-${platform}`, `node-bin-${platform}`].map((name) =>
    join(root, 'node_modules', name, 'bin', 'node'),
  );
  return binaries.find((path) => existsSync(path));
}

/** Makes the installed Node fit to run services: see the two steps. */
export function settleInstalledNode() {
  const node = installedNode();
  if (!node) return;
  rewrite(node);
  link(node);
}

/**
 * Copies Node onto itself, once. Linux keeps a file that was written in one go in large pieces, and charges a process
 * that runs it for whole pieces: 72 MiB instead of 39 for an idle service, until the page cache is reclaimed. A copy is
 * written page by page. Measured on Linux 6.18 with ext4; without effect elsewhere.
 */
function rewrite(node) {
  const isStillTheOneInTheStore = statSync(node).nlink > 1;
  if (process.platform !== 'linux' || !isStillTheOneInTheStore) return;
  copyFileSync(node, `${node}.copy`);
  renameSync(`${node}.copy`, node);
}

/**
 * Puts Node itself where pnpm put a shell script: the script would get the signals that are meant for Node, and lets
 * everything be required by its NODE_PATH.
 */
function link(node) {
  const inPath = join(root, 'node_modules', '.bin', 'node');
  mkdirSync(dirname(inPath), { recursive: true });
  rmSync(inPath, { force: true });
  symlinkSync(relative(dirname(inPath), node), inPath);
}
