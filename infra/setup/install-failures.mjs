/** What went wrong, seen from its traces in pnpm's output, and what helps. The first that matches is told. */
const failures = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ERR_PNPM_META_FETCH_FAIL/,
    'The package registry does not answer. Connect this machine to it (or set HTTPS_PROXY), then try again.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_LOCKFILE_CONFIG_MISMATCH/,
    'pnpm-lock.yaml does not match a package.json. Run `corepack pnpm install` and commit pnpm-lock.yaml.',
  ],
  [/EACCES|EPERM|EROFS/, 'A folder cannot be written to. Run this in a copy of the project that belongs to you.'],
  [/ENOSPC/, 'The disk is full. The dependencies need about 600 MB.'],
];

/** pnpm's own words, then advice if the reason is one of the usual ones. */
export function explainFailure(output) {
  const advice = failures.find(([trace]) => trace.test(output))?.[1];
  return `${output.trim()}\n\nThe dependencies could not be installed. ${advice ?? 'The reason is printed above.'}`;
}
