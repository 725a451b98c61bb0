import { lstatSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

/** A symbolic link that points at its owner's process id: made in one step, so it never exists without an owner. */
const lock = join(root, '.install-lock');
/** No installation takes longer; an older lock belongs to a dead process whose id was given to another. */
const oldestMs = 15 * 60_000;

/** Runs `work` while no other process of this checkout does: two first runs at once install one after the other. */
export async function withInstallLock(work) {
  await acquire();
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function acquire() {
  let told = false;
  while (!tryToLock()) {
    const owner = readOwner();
    if (owner && isGone(owner)) takeAway(owner);
    else if (owner && !told) told = tellWaiting(owner);
    await pause(100);
  }
}

function tellWaiting({ pid }) {
  process.stderr.write(`Waiting for the installation that process ${pid} has under way ...\n`);
  return true;
}

function tryToLock() {
  try {
    symlinkSync(String(process.pid), lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new SetupError(
      `${root} cannot be written to (${error.code}). Run this in a copy of the project that belongs to you.`,
    );
  }
}

function readOwner() {
  try {
    return { pid: Number(readlinkSync(lock)), since: lstatSync(lock).mtimeMs };
  } catch {
    return null;
  }
}

function isGone({ pid, since }) {
  if (Date.now() - since > oldestMs) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Of two processes that find the same dead owner, one renames its lock; if that was a new owner's already, it gets it back. */
function takeAway({ pid }) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (Number(readlinkSync(aside)) !== pid) renameSync(aside, lock);
  } catch {
    // Somebody else was quicker: the next attempt sees what they left.
  }
  rmSync(aside, { force: true });
}
