import { installedNode } from './installed-node.mjs';
import { manifest } from './root.mjs';
import { SetupError } from './setup-error.mjs';

/** The Node to run the project with: this one if it is new enough, else the one that was installed with the project. */
export function projectNode() {
  const floor = Number(/\d+/.exec(manifest.engines.node)[0]);
  if (Number(process.versions.node.split('.')[0]) >= floor) return process.execPath;
  const found = installedNode();
  if (found) return found;
  throw new SetupError(
    `This is Node ${process.versions.node}, and the project brings no Node for ${process.platform} on ${process.arch}. Install Node ${floor} or newer.`,
  );
}
