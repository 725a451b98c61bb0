import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const program = `
  const loaded = [];
  const { registerHooks } = await import('node:module');
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  const { createLanguageModel } = await import(process.argv[1]);
  const model = createLanguageModel({ apiKey: 'k', model: 'm', baseUrl: 'http://127.0.0.1:9/v1' });
  const openai = () => loaded.some((url) => url.includes('/openai/'));
  const before = openai();
  const { z } = await import('zod');
  await model.answer({ system: '', user: '', schema: z.object({}), schemaName: 's' });
  console.log(JSON.stringify([before, openai()]));
`;

test('the vendor library is loaded with the first question and not before', async () => {
  const entry = new URL('index.ts', import.meta.url).href;
  const args = [
    '--conditions=source',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    program,
    entry,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: new URL('..', import.meta.url) });
  expect(JSON.parse(stdout)).toEqual([false, true]);
});
