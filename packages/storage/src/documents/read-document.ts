import { AppError, type Logger } from '@intexuraos/kernel';
import type { Collection, Stored, Version } from '../store.ts';
import { collectionPath } from './document-id.ts';

/** A document as it came from the medium. */
export interface RawDocument {
  readonly id: string;
  readonly version: Version;
  readonly readAt: number;
  /** Yields what was stored; may throw when that is broken. */
  readonly content: () => unknown;
}

/** Throws INTERNAL_ERROR, naming the document, when today's code cannot read it. */
export function readDocument<T>(collection: Collection<T>, { id, version, readAt, content }: RawDocument): Stored<T> {
  try {
    return { id, data: collection.parse(content()), version, readAt };
  } catch (cause) {
    const path = collectionPath(collection);
    throw new AppError('INTERNAL_ERROR', `The document ${id} of ${path} cannot be read`, {
      details: { collection: path, id },
      cause,
    });
  }
}

/** Leaves out, and logs, what cannot be read: one broken document must not starve a sweep over all of them. */
export function readDocuments<T>(
  collection: Collection<T>,
  raw: readonly RawDocument[],
  log: Logger,
): readonly Stored<T>[] {
  const docs: Stored<T>[] = [];
  for (const document of raw) {
    try {
      docs.push(readDocument(collection, document));
    } catch (cause) {
      log.warn({ collection: collectionPath(collection), id: document.id, cause }, 'A broken document was left out');
    }
  }
  return docs;
}
