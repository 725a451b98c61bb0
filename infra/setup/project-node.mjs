import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

const platform = `${process.platform}-${process.arch}`;

/** The Node to run the project with: this one if it is new enough, else the one that was installed with the project. */
export function projectNode() {
  const floor = Number(/\d+/.exec(manifest.engines.node)[0]);
  if (Number(process.versions.node.split('.')[0]) >= floor) return process.execPath;
  const found = installedNode();
  if (found) return found;
  throw new SetupError(
    `This is Node ${process.versions.node}, and the project brings no Node of its own for ${platform}. Install Node ${floor} or newer.`,
  );
}

/** The Node among the dependencies; the registry has it under two names, depending on the platform. */
export function installedNode() {
  const binaries = [`node-${platform}`, `node-bin-${platform}`].map((name) =>
    join(root, 'node_modules', name, 'bin', 'node'),
  );
  return binaries.find((path) => existsSync(path));
}
