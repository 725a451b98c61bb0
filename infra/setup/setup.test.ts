import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createBareProject, installing, type Machine } from './bare-project.ts';

let remove: () => void = () => undefined;
afterEach(() => remove());

function bareProject(machine: Machine) {
  const project = createBareProject(machine);
  remove = project.remove;
  return project;
}

describe('the set-up of a fresh checkout', () => {
  test('installs what is missing, and says nothing on standard output but which Node to run', async () => {
    const project = bareProject({ corepack: installing });
    const { code, stdout, stderr } = await project.run('node');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${process.execPath}\n` });
    expect(stderr).toMatch(/^Installing the dependencies/);
    expect(project.installations()).toEqual([expect.stringContaining('pnpm install --frozen-lockfile')]);
  });

  test('installs again only after a package.json, the lockfile or the workspace changed', async () => {
    const project = bareProject({ corepack: installing });
    await project.run('node');
    await project.run('node');
    expect(project.installations()).toHaveLength(1);
    project.file('packages/new/package.json', '{}');
    await project.run('node');
    expect(project.installations()).toHaveLength(2);
  });

  test('two first runs at once: one installs, the other waits', async () => {
    const project = bareProject({ corepack: installing });
    const ends = await Promise.all([project.run('node'), project.run('node'), project.run('node')]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(project.installations()).toHaveLength(1);
  });

  test('a lock whose owner died is taken away', async () => {
    const project = bareProject({ corepack: installing });
    const dead = project.start('nothing');
    await dead.ended;
    symlinkSync(String(dead.child.pid), join(project.folder, '.install-lock'));
    expect((await project.run('node')).code).toBe(0);
  });

  test('an installation that failed is tried again by the next run', async () => {
    const project = bareProject({
      corepack: `case "$*" in *--version*) echo 10;; *) [ -e tried ] && { ${installing}; exit 0; }; touch tried; exit 1;; esac`,
    });
    expect((await project.run('node')).code).toBe(1);
    expect((await project.run('node')).code).toBe(0);
  });

  test('npx fetches pnpm where corepack cannot', async () => {
    const project = bareProject({ corepack: 'exit 1', npx: installing });
    expect((await project.run('node')).code).toBe(0);
    expect(project.installations()).toEqual([expect.stringContaining('-y pnpm@10.0.0 install --frozen-lockfile')]);
  });

  test.each([
    ['getaddrinfo ENOTFOUND registry.npmjs.org', 'The package registry does not answer.'],
    ['ERR_PNPM_OUTDATED_LOCKFILE', 'pnpm-lock.yaml does not match a package.json.'],
    ['EACCES: permission denied', 'A folder cannot be written to.'],
    ['ENOSPC: no space left on device', 'The disk is full.'],
  ])('an installation that fails with %s is explained', async (trace, advice) => {
    const project = bareProject({ corepack: `case "$*" in *--version*) echo 10;; *) echo "${trace}"; exit 1;; esac` });
    const { code, stderr } = await project.run('node');
    expect(code).toBe(1);
    expect(stderr).toContain(trace);
    expect(stderr).toContain(advice);
  });

  test('a machine that can fetch no pnpm is told so', async () => {
    const { code, stderr } = await bareProject({ corepack: 'exit 1' }).run('node');
    expect(code).toBe(1);
    expect(stderr).toContain('pnpm 10.0.0 cannot be fetched. Is this machine offline?');
  });
});

describe('the programs behind the verbs', () => {
  test('get the arguments, and their exit code is the exit code', async () => {
    const project = bareProject({ corepack: installing });
    project.file('infra/greet/main.ts', 'console.log(process.argv.slice(2)); process.exitCode = 7;');
    expect(await project.run('greet', 'a b')).toMatchObject({ code: 7, stdout: "[ 'a b' ]\n" });
  });

  test('end by themselves when SIGTERM comes', async () => {
    const project = bareProject({ corepack: installing });
    const wait = "process.on('SIGTERM', () => process.exit(0)); console.log('up'); setInterval(() => {}, 1e6);";
    project.file('infra/wait/main.ts', wait);
    const { child, ended } = project.start('wait');
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, stdout: 'up\n' });
  });

  test('are named when the verb is unknown', async () => {
    const project = bareProject({ corepack: installing });
    project.file('infra/greet/main.ts', '');
    const { code, stderr } = await project.run('greeet');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Say what to do: node infra/run.mjs node | greet\n' });
  });
});
