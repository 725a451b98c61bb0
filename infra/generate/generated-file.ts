/** A file that is derived from the code and committed, for tools that cannot run the code. */
export interface GeneratedFile {
  /** From the top folder. */
  readonly path: string;
  content(): Promise<string>;
}
