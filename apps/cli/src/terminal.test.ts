import { setTimeout } from 'node:timers/promises';
import { skipLoudly } from '@intexuraos/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Product, startProduct } from './testing/start-product.ts';
import { hasTerminals, keys, openTerminal } from './testing/terminal.ts';

if (!hasTerminals) skipLoudly('the command line at a terminal, because there is no `script` of util-linux here');

const Sent = z.object({ command: z.object({ actionId: z.string() }) });
const Shown = z.object({ action: z.object({ status: z.string(), ask: z.object({ code: z.string() }).nullable() }) });

(hasTerminals ? describe : describe.skip)('at a terminal', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  }, 60_000);
  afterAll(() => product.stop());

  const terminal = (...args: readonly string[]) =>
    openTerminal(args, { PATH: process.env['PATH'] ?? '', INTEXURAOS_DATA_DIR: product.dataDir });

  async function call<T>(data: z.ZodType<T>, method: string, path: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${product.token}`, 'content-type': 'application/json' };
    const response = await fetch(product.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return z.object({ data }).parse(await response.json()).data;
  }

  const shown = async (id: string) => (await call(Shown, 'GET', `/actions/${id}`)).action;

  /** A wish that is asked about; its id and code. */
  async function asked(text: string) {
    const { command } = await call(Sent, 'POST', '/commands', { text });
    for (;;) {
      const { ask } = await shown(command.actionId);
      if (ask !== null) return { id: command.actionId, code: ask.code };
      await setTimeout(50);
    }
  }

  test.each(['y', 'Y', 'yes', ' yes '])('"%s" to the question has it done', async (answer) => {
    const { id, code } = await asked(`note: by ${JSON.stringify(answer)}`);
    const at = terminal('actions', 'approve', code);
    await at.sees('Do it? [y/N]');
    at.type(answer + keys.enter);
    const { exitCode, screen } = await at.ends();
    expect(exitCode).toBe(0);
    expect(screen.indexOf(`Save a note? #${code}`)).toBeLessThan(screen.indexOf('Do it?'));
    expect(screen).toMatch(/Do it\?[\s\S]*Status: completed/);
    expect(await shown(id)).toMatchObject({ status: 'completed' });
  });

  test.each([
    ['n', `n${keys.enter}`],
    ['nothing', keys.enter],
    ['"yes but later"', `yes but later${keys.enter}`],
    ['"do not say yes"', `do not say yes${keys.enter}`],
    ['Ctrl-D', keys.ctrlD],
    ['Ctrl-C', keys.ctrlC],
  ])('%s to the question leaves it open, with a code for the shell and no noise', async (_, typed) => {
    const { id, code } = await asked(`note: not by ${JSON.stringify(typed)}`);
    const at = terminal('actions', 'approve', code);
    await at.sees('Do it? [y/N]');
    at.type(typed);
    const { exitCode, screen } = await at.ends();
    expect(exitCode).toBe(1);
    expect(screen).not.toMatch(/Status: completed|Warning|Error|at async/);
    expect(await shown(id)).toMatchObject({ status: 'awaiting_approval' });
  });

  test('what is decided elsewhere while the question stands there is not done, and said', async () => {
    const { id, code } = await asked('note: decided elsewhere');
    const at = terminal('actions', 'approve', code);
    await at.sees('Do it? [y/N]');
    await call(Shown, 'PATCH', `/actions/${id}`, { status: 'rejected' });
    at.type(`y${keys.enter}`);
    const { exitCode, screen } = await at.ends();
    expect({ exitCode, screen }).toMatchObject({
      exitCode: 5,
      screen: expect.stringMatching(/CONFLICT|PRECONDITION_FAILED/),
    });
    expect(await shown(id)).toMatchObject({ status: 'rejected' });
  });

  test('watching shows changes as they happen, and Ctrl-C ends it in good order', async () => {
    const at = terminal('actions', 'watch');
    let isSeen = false;
    const seeing = at.sees('watch me').then(() => (isSeen = true));
    while (!isSeen) await asked('note: watch me');
    await seeing;
    at.type(keys.ctrlC);
    const { exitCode, screen } = await at.ends();
    expect(exitCode).toBe(0);
    expect(screen).not.toMatch(/Warning|Error|at async/);
  });
});
