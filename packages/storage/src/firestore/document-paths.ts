import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { splitId } from '../documents/document-id.ts';
import type { Collection } from '../store.ts';

/** Firestore's ids hold no slash, are not `.` or `..`, and names in double underscores are its own. */
const codes: Readonly<Record<string, string>> = { '%': '%25', '/': '%2F', '.': '%2E', _: '%5F' };
const characters = new Map(Object.entries(codes).map(([character, code]) => [code, character]));

function toSegment(id: string): string {
  const encoded = id.replaceAll(/[%/]/g, (character) => codes[character] ?? character);
  if (encoded === '.' || encoded === '..') return encoded.replaceAll('.', '%2E');
  return /^__.*__$/s.test(encoded) ? `%5F${encoded.slice(1)}` : encoded;
}

function fromSegment(segment: string): string {
  return segment.replaceAll(/%[0-9A-F]{2}/g, (code) => characters.get(code) ?? code);
}

/** Where a document lies; one of a sub-collection lies below its parent, e.g. `actions/7/events/1`. */
export function referenceOf(firestore: Firestore, collection: Collection<unknown>, id: string): DocumentReference {
  const { name, parent } = collection;
  if (parent === undefined) return firestore.collection(name).doc(toSegment(id));
  const { parentId, ownId } = splitId(id);
  return firestore.collection(parent).doc(toSegment(parentId)).collection(name).doc(toSegment(ownId));
}

/** The id of a document, or null when it belongs to another collection: a collection group spans all parents. */
export function idOf(collection: Collection<unknown>, reference: DocumentReference): string | null {
  const parent = reference.parent.parent;
  if (collection.parent === undefined) return parent === null ? fromSegment(reference.id) : null;
  if (parent === null || parent.parent.path !== collection.parent) return null;
  return `${fromSegment(parent.id)}/${fromSegment(reference.id)}`;
}
