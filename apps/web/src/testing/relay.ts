import { connect, createServer, type Socket } from 'node:net';
import { listeningPort } from '@intexuraos/testing';

/** A line to a machine that can be cut. */
export interface Relay {
  readonly url: string;
  /** Ends every connection and lets no new one through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((caller) => {
    if (isCut) {
      caller.destroy();
      return;
    }
    const machine = connect(Number(port), hostname);
    for (const socket of [caller, machine]) keep(socket);
    caller.pipe(machine).pipe(caller);
    caller.on('close', () => machine.destroy());
    machine.on('close', () => caller.destroy());
  });
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${await listeningPort(server)}`,
    cut() {
      isCut = true;
      end();
    },
    mend() {
      isCut = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        end();
      }),
  };
}
