import type { Platform } from '../../testing/http-stand-in.ts';
import { serveStandIn } from '../../testing/http-stand-in.ts';

/** A web service that keeps documents, takes an `Idempotency-Key`, and repeats what it was sent at `/echo`. */
function documentService(): Platform {
  const documents = new Map<string, string>();
  return {
    refusal: (status) => ({ status, body: { error: `status ${status}` } }),
    answer({ method, path, headers, body }, effect) {
      if (headers.authorization !== 'Bearer canary-http-token') return { status: 401, body: { error: 'who are you?' } };
      if (path === '/echo') return { status: 200, body: { headers, body } };
      const name = method === 'POST' ? String(headers['idempotency-key'] ?? `new-${documents.size}`) : path;
      const text = JSON.stringify(body ?? null);
      if (method === 'GET') return { status: 200, body: { text: documents.get(name) ?? null } };
      if (documents.get(name) !== text) effect({ operation: 'request', key: name });
      documents.set(name, text);
      return { status: 201, body: { name } };
    },
  };
}

export const serveDocuments = (port?: number) => serveStandIn(documentService(), port);
