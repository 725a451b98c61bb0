import { connect, createServer, type Socket } from 'node:net';
import { listeningPort } from '@intexuraos/testing';

/** A way to the emulator that can be disturbed. */
export interface CuttingProxy {
  readonly host: string;
  /** From now on what the emulator says is swallowed; after `ms` the connections break, and the way is free again. */
  swallowAnswers(ms: number): Promise<void>;
  /** From now on nothing passes and nothing breaks, until `restore`. */
  freeze(): void;
  restore(): void;
  close(): Promise<void>;
}

export async function createCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(`http://${target}`);
  const sockets = new Set<Socket>();
  let state: 'open' | 'swallowing' | 'frozen' = 'open';

  function pass(from: Socket, to: Socket, isAnswer: boolean): void {
    sockets.add(from);
    from.on('data', (chunk) => {
      if (state === 'open' || (state === 'swallowing' && !isAnswer)) to.write(chunk);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    pass(client, upstream, false);
    pass(upstream, client, true);
  });
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    host: `127.0.0.1:${await listeningPort(server)}`,
    async swallowAnswers(ms) {
      state = 'swallowing';
      await new Promise((resolve) => setTimeout(resolve, ms));
      breakAll();
      state = 'open';
    },
    freeze() {
      state = 'frozen';
    },
    restore() {
      breakAll();
      state = 'open';
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
