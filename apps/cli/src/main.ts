import { CliError, exitCodes } from './cli-error.ts';
import { run } from './run.ts';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof CliError ? error.message : error);
  process.exitCode = error instanceof CliError ? error.exitCode : exitCodes.failed;
}
