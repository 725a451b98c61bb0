import { runCommand } from '../test/run-command.ts';

/** Known vulnerabilities in what is deployed. A registry that knows none because it cannot be asked is said loudly. */
const { code, output } = await runCommand(['pnpm', 'audit', '--prod', '--audit-level=moderate']);
const couldNotAsk = /ERR_PNPM_AUDIT_(BAD_RESPONSE|ENDPOINT_NOT_EXISTS)|ERR_PNPM_META_FETCH_FAIL|ENOTFOUND/.test(output);

console.log(
  couldNotAsk ? `*** NOT AUDITED: the registry does not say what it knows ***\n${output.trim()}` : output.trim(),
);
process.exitCode = couldNotAsk ? 0 : code;
