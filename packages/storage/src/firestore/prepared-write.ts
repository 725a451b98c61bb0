import {
  type DocumentReference,
  FieldPath,
  FieldValue,
  type Timestamp,
  type WriteBatch,
} from '@google-cloud/firestore';
import { documentText } from '../documents/check-writes.ts';
import { type Fields, fieldsOf } from '../documents/fields-of.ts';
import { indexedFieldsOf, indexedValue } from '../documents/indexed-fields.ts';
import type { Version, Write } from '../store.ts';
import { expiryTimestamp, ownFields, toStoredForm } from './stored-form.ts';
import { formatVersion, parseVersion } from './stored-version.ts';

/** A write with what Firestore is given for it; a deletion has no fields. */
export interface PreparedWrite {
  readonly write: Write;
  readonly reference: DocumentReference;
  readonly fields: Fields;
  /** The state of the expired but not yet deleted document that a creation takes the place of. */
  readonly instead: Version | null;
}

/** `commitId` names the commit in each document it writes. Throws for what cannot be stored. */
export function prepareWrite(write: Write, reference: DocumentReference, commitId: string): PreparedWrite {
  if (write.kind === 'delete') return { write, reference, fields: {}, instead: null };
  const { collection, data } = write;
  for (const field of indexedFieldsOf(collection)) indexedValue(collection, fieldsOf(data), field);
  const form = toStoredForm(documentText(write, data));
  const expiry = expiryTimestamp(collection.expiresAtField && fieldsOf(data)[collection.expiresAtField]);
  const own = { [ownFields.commit]: commitId, ...(expiry && { [ownFields.expiry]: expiry }) };
  return { write, reference, fields: { ...form, ...own }, instead: null };
}

/** The version of the document that a write leaves behind. */
export function versionAfter({ fields }: PreparedWrite, updateTime: Timestamp): Version {
  return formatVersion({ updateTime, names: Object.keys(fields) });
}

export function addTo(batch: WriteBatch, { write, reference, fields, instead }: PreparedWrite): void {
  switch (write.kind) {
    case 'put':
      batch.set(reference, fields);
      return;
    case 'create':
      if (instead === null) batch.create(reference, fields);
      else replace(batch, reference, fields, instead);
      return;
    case 'replace':
      replace(batch, reference, fields, write.expected);
      return;
    case 'delete':
      if (write.expected === undefined) batch.delete(reference);
      else batch.delete(reference, { lastUpdateTime: parseVersion(write.expected).updateTime });
  }
}

/** As an update of each field, because Firestore's `set` takes no condition. */
function replace(batch: WriteBatch, reference: DocumentReference, fields: Fields, expected: Version): void {
  const { updateTime, names } = parseVersion(expected);
  const { [ownFields.commit]: commitId, ...others } = fields;
  const updates = Object.entries(others).flatMap(([name, value]) => [new FieldPath(name), value]);
  const gone = names.filter((name) => !(name in fields));
  const removals = gone.flatMap((name) => [new FieldPath(name), FieldValue.delete()]);
  const condition = { lastUpdateTime: updateTime };
  batch.update(reference, new FieldPath(ownFields.commit), commitId, ...updates, ...removals, condition);
}
