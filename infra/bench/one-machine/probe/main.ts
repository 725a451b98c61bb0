import { z } from 'zod';
import { call, serve } from '../../http.ts';
import { openProbeStore } from './store.ts';

/**
 * Takes lifecycles and does nothing for them but what cannot be left out: each status is written and flushed, the
 * question and the execution are one call each. It asks for no credentials, checks nothing and can recover nothing.
 */
const [file = '', port = '', outsideUrl = ''] = process.argv.slice(2);
const store = openProbeStore(file);
const Named = z.looseObject({ life: z.string() });

const ok = { status: 200, text: '{}' };
const report = (error: unknown) => process.stderr.write(`probe: ${String(error)}\n`);

async function ask(life: string): Promise<void> {
  await call({ method: 'POST', url: `${outsideUrl}/messages`, body: { type: 'interactive', text: `[${life}]` } });
  store.mark(life);
}

async function execute(life: string): Promise<void> {
  await call({ method: 'POST', url: `${outsideUrl}/execute`, body: { text: `[${life}]` } });
  store.complete(life);
}

await serve(async (path, body) => {
  if (path === '/progress') return { status: 200, text: JSON.stringify(store.progress()) };
  const { life } = Named.parse(JSON.parse(body));
  if (path === '/create') {
    await store.create(life, body);
    ask(life).catch(report);
    return { status: 201, text: JSON.stringify({ life }) };
  }
  if (!(await store.approve(life))) return { status: 409, text: '{}' };
  execute(life).catch(report);
  return ok;
}, Number(port));
