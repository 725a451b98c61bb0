import { copyFileSync, renameSync, statSync } from 'node:fs';
import { installedNode } from './project-node.mjs';

/**
 * Copies the installed Node onto itself, once. Linux keeps a file that was written in one go in large pieces, and charges
 * a process that runs it for whole pieces: 72 MiB instead of 39 for an idle service, until the page cache is reclaimed.
 * A copy is written page by page. Measured on Linux 6.18 with ext4; without effect elsewhere.
 */
export function rewriteNode() {
  const node = installedNode();
  if (process.platform !== 'linux' || !node) return;
  const isStillTheOneInTheStore = statSync(node).nlink > 1;
  if (!isStillTheOneInTheStore) return;
  const copy = `${node}.copy`;
  copyFileSync(node, copy);
  renameSync(copy, node);
}
