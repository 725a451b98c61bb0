import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { inOneMachine } from './testing/harness/one-machine/open-one-machine.ts';

const badConfiguration = { code: 78, signal: null };

/** One of each part of the machine, so that no part's problems hide another's. */
const wrong = {
  INTEXURAOS_SWEEP_MS: 'soon',
  LOG_LEVEL: 'loud',
  INTEXURAOS_LEASE_MS: '-1',
  INTEXURAOS_TODOS_AGENT_URL: 'ftp://todos',
  INTEXURAOS_WHATSAPP_PHONE_NUMBER_ID: 'my phone',
  INTEXURAOS_WHATSAPP_ACCESS_TOKEN: 'short',
  INTEXURAOS_DEFAULT_TIME_ZONE: 'Mars/Olympus',
  INTEXURAOS_PAGES_ALLOWED_ORIGINS: 'everywhere',
};

test('what is wrong in the configuration is named all at once, with exit code 78 and no value', async () => {
  await inOneMachine({ variables: wrong }, async ({ machine }) => {
    expect(await machine.start()).toEqual(badConfiguration);
    const said = machine.output();
    expect(Object.keys(wrong).filter((name) => !said.includes(name))).toEqual([]);
    expect(said).not.toMatch(/ftp:|my phone|Olympus/);
  });
}, 60_000);

test('a placeholder for a secret is no secret', async () => {
  const variables = { INTEXURAOS_INTERNAL_AUTH_TOKEN: 'change-me-change-me-change-me-change-me' };
  await inOneMachine({ variables }, async ({ machine }) => {
    expect(await machine.start()).toEqual(badConfiguration);
    expect(machine.output()).toContain('INTEXURAOS_INTERNAL_AUTH_TOKEN');
  });
}, 60_000);

test('a master key that others may read is not used', async () => {
  await inOneMachine({}, async ({ machine, dataDir }) => {
    await machine.start();
    await machine.kill('SIGTERM');
    chmodSync(join(dataDir, 'master-keys.json'), 0o644);
    expect(await machine.start()).toEqual(badConfiguration);
    expect(machine.output()).toContain('chmod 600');
  });
}, 60_000);

test('damaged secrets are not made anew over the old ones', async () => {
  await inOneMachine({}, async ({ machine, dataDir }) => {
    writeFileSync(join(dataDir, 'secrets.json'), '{"internalAuth');
    expect((await machine.start()) === 'ready').toBe(false);
    expect(machine.output()).toContain('secrets.json');
  });
}, 60_000);
