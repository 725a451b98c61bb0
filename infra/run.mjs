/**
 * The one entry to this repository: `node infra/run.mjs <verb>` runs `infra/<verb>/main.ts`, and `node infra/run.mjs node`
 * prints the Node to run the project with. A bare machine with git, npm and Node 18 is enough: what is missing is
 * installed first. Plain JavaScript without dependencies, because it runs before anything is installed.
 */
const oldest = 18;
const running = Number(process.versions.node.split('.')[0]);
if (running < oldest) {
  process.stderr.write(
    `This is Node ${process.versions.node}. Install Node ${oldest} or newer (https://nodejs.org), then try again.\n`,
  );
  process.exit(1);
}

const { main } = await import('./setup/main.mjs');
process.exitCode = await main(process.argv.slice(2));
