import type { Server } from 'node:http';

/** Resolves to the address on this machine; port 0 takes any free one. */
export function listening(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object') resolve(`http://127.0.0.1:${address?.port}`);
    });
  });
}

/** Cuts what still hangs. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
