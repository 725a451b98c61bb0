import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CliError, exitCodes, usageError } from './cli-error.ts';

/** Where the product is, and as whom it is spoken to. */
export interface Connection {
  readonly url: string;
  readonly token: string;
}

const Local = z.object({ baseUrl: z.url(), userToken: z.string().min(1) });

/**
 * `--url` (or INTEXURAOS_URL) with the token in INTEXURAOS_TOKEN; else what `npm start` left in the data folder.
 * A token is never taken from the command line, where every process can read it.
 */
export function connectionOf(options: { readonly url?: string; readonly 'data-dir'?: string }): Connection {
  const { INTEXURAOS_URL, INTEXURAOS_TOKEN: token, INTEXURAOS_DATA_DIR } = process.env;
  const url = options.url ?? INTEXURAOS_URL;
  if (url === undefined) return localConnection(options['data-dir'] ?? INTEXURAOS_DATA_DIR ?? '.data');
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw usageError(`--url: "${url}" is not a web address`);
  if (!token) throw new CliError(exitCodes.notSignedIn, `Set INTEXURAOS_TOKEN to your access token for ${url}`);
  return { url: url.replace(/\/+$/, ''), token };
}

function localConnection(dataDir: string): Connection {
  try {
    const { baseUrl, userToken } = Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
    return { url: baseUrl, token: userToken };
  } catch (cause) {
    const message = `Nothing was started in ${dataDir}: run "npm start" first, or name another place with --data-dir or --url`;
    throw new CliError(exitCodes.notSignedIn, message, cause);
  }
}
