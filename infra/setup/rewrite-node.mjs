import { copyFileSync, renameSync, statSync } from 'node:fs';
import { installedNode } from './project-node.mjs';

/**
 * Copies the installed Node onto itself. Linux keeps a file that was written in one go in large pieces, and charges a
 * process that runs it for whole pieces: 72 MiB instead of 39 for an idle service, until the page cache is reclaimed.
 * A copy is written page by page, and is done with once the file is no more the one in the package manager's store. Measured on Linux 6.18 with ext4; without effect elsewhere.
 */
export function rewriteNode() {
  const node = installedNode();
  if (process.platform !== 'linux' || !node) return;
  const isInStoreToo = statSync(node).nlink > 1;
  if (!isInStoreToo) return;
  const copy = `${node}.copy`;
  copyFileSync(node, copy);
  renameSync(copy, node);
}
