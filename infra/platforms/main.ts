/** `npm run platforms`: every outside platform, and the consent of an account's owner, on this machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformStandIns, type StandIn, serveOAuth } from '@intexuraos/connectors/testing';
import { serveLedgers } from './ledger-page.ts';
import { client, firstPort, oauthPort, pageUrl, portOf, scopes, variables } from './places.ts';

const port = process.env['PORT'] ?? '8787';
const dataDir = process.env['INTEXURAOS_DATA_DIR'] ?? '.data';

try {
  const standIns: Record<string, StandIn> = {};
  for (const [name, serve] of Object.entries(platformStandIns)) standIns[name] = await serve(portOf(name));
  const redirectUri = `http://127.0.0.1:${port}/auth/callback`;
  await serveOAuth({ ...client, port: oauthPort, redirectUri, scopes });
  await serveLedgers(standIns, firstPort);
  const file = join(dataDir, 'platforms.env');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(
    file,
    Object.entries(variables())
      .map(([name, value]) => `export ${name}='${value}'\n`)
      .join(''),
    { mode: 0o600 },
  );
  process.stdout.write(`The platforms run. Start the product with them, in a second terminal:

  . ${file.startsWith('/') ? file : `./${file}`} && npm start

What happens on them is at ${pageUrl}
`);
} catch (error) {
  process.stderr.write(`The platforms do not run: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
