/**
 * The port of the master keys (KEKs), which wrap a record's own data key: a local file, or Cloud KMS.
 * A wrapper knows old keys as long as records under them exist.
 */
export interface KeyWrapper {
  /** The key that new records are wrapped with. */
  readonly currentKekId: string;
  /** The keys that it only unwraps with any more: what is wrapped with them waits for a rotation. */
  readonly retiredKekIds: readonly string[];
  /** `context` is authenticated with the data key; it must be the same in `unwrap`. */
  wrap(dek: Buffer, context: Buffer): Promise<string>;
  /** Throws when the key is unknown, or when key, context or a single bit does not fit. */
  unwrap(wrapped: { readonly kekId: string; readonly wrappedDek: string }, context: Buffer): Promise<Buffer>;
}
