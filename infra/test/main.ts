import { imports } from './checks/imports.ts';
import { suites } from './checks/suites.ts';
import { types } from './checks/types.ts';
import { web } from './checks/web.ts';
import { runChecks } from './run-checks.ts';
import { stopCommands } from './run-command.ts';
import { toolCheck } from './tool-check.ts';

process.once('SIGTERM', () => {
  stopCommands();
  process.exit(143);
});

/** Everything that must hold before a change is done, the quick answers first. */
process.exitCode = await runChecks([
  toolCheck('format', 'biome check --reporter=summary .', 'Mend it with: npx biome check --write .'),
  toolCheck('lint', 'oxlint --format=unix apps packages infra'),
  types,
  imports,
  toolCheck('dead code', 'knip --no-progress --no-config-hints'),
  web,
  suites,
]);
