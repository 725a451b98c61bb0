import { type Server, serve } from '../http.ts';

/** How often something happened to a life outside, and when first. */
interface Seen {
  readonly asked: PromiseWithResolvers<number>;
  readonly executed: PromiseWithResolvers<number>;
  asks: number;
  executions: number;
}

/** The WhatsApp Cloud API and the target of all actions, as one server that takes everything and keeps count. */
export interface Outside {
  readonly url: string;
  /** When the life was asked about and carried out, on the clock of `performance`. */
  expect(life: string): { readonly asked: Promise<number>; readonly executed: Promise<number> };
  /** How many lives were asked about, or carried out, more than once. */
  readonly askedTwice: () => number;
  readonly executedTwice: () => number;
  close(): Promise<void>;
}

const lifeIn = /\[([a-z]+-\d+)\]/;
const sent = (n: number) => JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id: `wamid.${n}` }] });
const done = JSON.stringify({
  success: true,
  data: { status: 'completed', message: 'To-do created', resourceUrl: '/#/todos/1' },
});

export async function startOutside(): Promise<Outside> {
  const lives = new Map<string, Seen>();
  let letters = 0;

  function seen(life: string): Seen {
    const known = lives.get(life);
    if (known !== undefined) return known;
    const fresh: Seen = {
      asked: Promise.withResolvers(),
      executed: Promise.withResolvers(),
      asks: 0,
      executions: 0,
    };
    lives.set(life, fresh);
    return fresh;
  }

  function notify(body: string) {
    letters += 1;
    const [, life] = lifeIn.exec(body) ?? [];
    // Only a question has buttons; the report at the end names the life as well.
    if (life !== undefined && body.includes('"interactive"')) {
      seen(life).asks += 1;
      seen(life).asked.resolve(performance.now());
    }
    return { status: 200, text: sent(letters) };
  }

  function execute(body: string) {
    const [, life] = lifeIn.exec(body) ?? [];
    if (life === undefined) throw new Error('an execution of nothing that was wished for');
    seen(life).executions += 1;
    seen(life).executed.resolve(performance.now());
    return { status: 201, text: done };
  }

  const count = (isSo: (life: Seen) => boolean) => lives.values().filter(isSo).toArray().length;
  const server: Server = await serve((path, body) => (path.endsWith('/messages') ? notify(body) : execute(body)));
  return {
    url: server.url,
    expect: (life) => ({ asked: seen(life).asked.promise, executed: seen(life).executed.promise }),
    askedTwice: () => count(({ asks }) => asks > 1),
    executedTwice: () => count(({ executions }) => executions > 1),
    close: server.close,
  };
}
